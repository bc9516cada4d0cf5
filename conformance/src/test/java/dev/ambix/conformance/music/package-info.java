/// A music shop, the size of a textbook example: artists, albums and tracks; playlists, whose
/// entries have columns of their own; employees who report to employees; customers, invoices and
/// their lines. Composite keys, references to the same table, and many-to-many, with data made from
/// a seed.
///
/// The report tests ask questions of it in one to three statements each, and compare the answers
/// with those that plain Java finds by following the objects of
/// [dev.ambix.conformance.music.MusicShop]. Read that first, then one of the tests.
package dev.ambix.conformance.music;
