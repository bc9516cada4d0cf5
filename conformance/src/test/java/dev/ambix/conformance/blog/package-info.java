/// A blog and a shop beside it, whose entities refer to each other in every way there is: each kind
/// of association from both sides, trees, natural keys, and keys that are made of references.
///
/// Read [dev.ambix.conformance.blog.Post] first. Nothing here is a test.
package dev.ambix.conformance.blog;
