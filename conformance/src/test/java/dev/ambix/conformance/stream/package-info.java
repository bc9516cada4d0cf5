/// Results that are read in constant memory.
package dev.ambix.conformance.stream;
