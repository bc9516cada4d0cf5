/// The documentation, held to what it says.
package dev.ambix.conformance.docs;
