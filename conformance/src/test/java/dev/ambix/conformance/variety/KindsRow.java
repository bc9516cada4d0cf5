package dev.ambix.conformance.variety;

import dev.ambix.conformance.variety.Kinds.Mood;
import dev.ambix.conformance.variety.Kinds.Settings;
import dev.ambix.mapping.Json;
import dev.ambix.mapping.Projection;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The same in the rows of an SQL text.
@Projection
public record KindsRow(
    char letter,
    @Nullable BigInteger wideInteger,
    @Nullable YearMonth yearMonth,
    @Nullable Mood mood,
    @Nullable List<String> texts,
    @Json @Nullable Settings settings) {}
