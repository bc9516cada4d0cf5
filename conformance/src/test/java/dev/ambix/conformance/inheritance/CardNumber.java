package dev.ambix.conformance.inheritance;

import dev.ambix.conformance.payment.CardPayment;
import dev.ambix.mapping.Projection;
import java.math.BigDecimal;

/// An attribute of the root and one of a subtype.
@Projection(of = CardPayment.class)
public record CardNumber(BigDecimal amount, String number) {}
