/// What the rest of the orm needs to know of the mappings, worked out once when a database is
/// opened.
///
/// Read [EntityType] first: keys, references, unique keys and limits of one entity, with columns
/// named by position. [Entities] holds them all, with the projections and the schema that follows
/// from them.
///
/// Nothing here knows sessions, SQL or drivers. Values are column values throughout (see
/// `dev.ambix.type.Type`); a composite key is a list of them.
package dev.ambix.entity;
