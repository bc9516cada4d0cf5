/// Turns what javac knows into records: the first of the processor's three stages.
///
/// Read [Declaration] first, a class as its author wrote it, then [SourceReader], which makes it
/// from javac's elements. [Catalog] hands out the declarations that others refer to, such as
/// embedded records and enums.
///
/// This is the only package that knows `javax.lang.model` and javac's trees. Nothing here judges: a
/// declaration that makes no sense is read as it stands, so that the check can say what is wrong
/// with it. An [Origin] carries the place of a thing in the sources through the other stages
/// without showing what it is made of.
package dev.ambix.processor.read;
