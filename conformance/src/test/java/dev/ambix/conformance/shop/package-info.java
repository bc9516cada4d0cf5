/// A small shop: entities that between them use every kind of mapping.
package dev.ambix.conformance.shop;
