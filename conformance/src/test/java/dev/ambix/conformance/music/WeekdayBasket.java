package dev.ambix.conformance.music;

import dev.ambix.mapping.Projection;

/// What customers spend at once on a day of the week.
///
/// @param weekday 1 is Monday
/// @param average rounded to two digits
@Projection
record WeekdayBasket(int weekday, double average, long invoices) {}
