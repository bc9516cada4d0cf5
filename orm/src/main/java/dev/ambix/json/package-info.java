/// JSON as text: the reader and the quotes that columns of JSON, and arrays on SQLite, need.
///
/// Read [JsonText], which is all there is. It is our own because what it reads comes from columns:
/// numbers keep all their digits, whatever is no JSON is refused, and no piece of the text gets
/// into a message. Libraries for the JSON of services do these otherwise.
///
/// Nothing here knows types, rows or SQL.
package dev.ambix.json;
