package dev.ambix.conformance.shop;

import dev.ambix.mapping.Projection;

/// Two columns of a customer.
@Projection(of = Customer.class)
public record CustomerCard(long id, String name) {}
