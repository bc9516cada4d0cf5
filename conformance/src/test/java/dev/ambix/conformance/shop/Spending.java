package dev.ambix.conformance.shop;

import dev.ambix.mapping.Projection;

/// A row of a report.
@Projection
public record Spending(String customerName, long purchases) {}
