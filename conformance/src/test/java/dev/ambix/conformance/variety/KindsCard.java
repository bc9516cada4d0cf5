package dev.ambix.conformance.variety;

import dev.ambix.conformance.variety.Kinds.Mood;
import dev.ambix.conformance.variety.Kinds.Settings;
import dev.ambix.mapping.Projection;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the kinds, read alone.
@Projection(of = Kinds.class)
public record KindsCard(
    long id,
    char letter,
    @Nullable BigInteger wideInteger,
    @Nullable YearMonth yearMonth,
    @Nullable Mood mood,
    @Nullable List<String> texts,
    @Nullable Settings settings) {}
