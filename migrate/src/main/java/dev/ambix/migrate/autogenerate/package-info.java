/// Works out what brings a database to the state of the models.
///
/// Read [Autogenerate] first; [Draft] is what comes out. The engine is the judge: the models'
/// tables are made in a throw-away database ([Scratch]) and read back, so that a catalog is
/// compared with a catalog and every text is as the engine writes it.
///
/// Nothing here knows revision files or asks anybody: new names are given, and what may be one is
/// reported. [Ignored] is what comparisons pass over.
package dev.ambix.migrate.autogenerate;
