/// How values travel between Java and a column.
///
/// Read [Type] first: it pairs a Java type with an SQL type. [Row] is what a driver hands out and
/// generated mappers read from; [Converter] is where users plug in types of their own.
///
/// Nothing here knows a query, an entity or a driver. Everything that is bound is one of the few
/// classes that [Type] lists, so that a driver's switch over them is closed and a new engine has
/// thirteen conversions to write and no more.
package dev.ambix.type;
