/// The language of queries, typed by Java: conditions, orders, functions, groups, windows.
///
/// Read [Expression] first, then [Functions] and [Aggregates], what is computed of expressions.
/// What they say is data: [Node] for a value or a condition, [Query] for a query, immutable and
/// without SQL. A dialect renders them to text and binds, with one switch.
///
/// Nothing here knows entities, sessions or dialects: columns (`dev.ambix.mapping`) are expressions
/// by implementing [Expression], and the statements (`dev.ambix.session`) are built of them. Each
/// interface adds the operators of its kind, so that a wrong operator does not compile.
package dev.ambix.query;
