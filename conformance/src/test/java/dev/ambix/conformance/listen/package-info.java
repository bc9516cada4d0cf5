/// What listeners hear, with an audit log and a profiler as users would write them.
package dev.ambix.conformance.listen;
