/// Tables that refer to each other in circles.
package dev.ambix.conformance.circle;
