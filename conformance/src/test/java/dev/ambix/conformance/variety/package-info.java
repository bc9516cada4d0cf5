/// The kinds of attributes and keys that the shop has no use for.
package dev.ambix.conformance.variety;
