/// The language of conditions, orders and computed values, typed by Java.
///
/// Read [Expression] first, then [Node], its form as data. Everything is immutable and knows no
/// SQL: a dialect renders a [Node] to text and binds, with one switch.
///
/// Nothing here knows entities, sessions or dialects: columns (`dev.ambix.mapping`) are expressions
/// by implementing [Expression], and the statements (`dev.ambix.session`) are built of them. Each
/// interface adds the operators of its kind, so that a wrong operator does not compile.
package dev.ambix.query;
