/// What users annotate their classes with, and what the processor makes of it.
///
/// Read [Entity] and the annotations on its fields first, then [EntityMapping], which generated
/// code extends, and [Column], which queries name; then [Association], what a [Ref] or a [Many]
/// leads to, and [Path], one after the other. Annotations carry the names of Jakarta Persistence
/// where they mean the same, but they are ours: NOT NULL is the default, and a mapping that is not
/// supported does not compile.
///
/// Generated code names this package, `dev.ambix.query`, `dev.ambix.type`,
/// `dev.ambix.schema.OnDelete`, the user's types and the JDK, and nothing else, so that what is
/// behind them can change. Nothing here knows sessions, dialects or drivers. Annotations stay in
/// the class file only: nothing reads them at run time.
package dev.ambix.mapping;
