package dev.ambix.migrate.lint;

import java.util.EnumSet;
import java.util.Set;

/// The rules that say that others have to wait for long, or that it fails where there are rows.
public final class LongRules {
  private static final Set<Rule> ALL =
      EnumSet.of(
          Rule.ConstraintValidation,
          Rule.ExclusionConstraint,
          Rule.IndexLock,
          Rule.NotNullColumn,
          Rule.SetNotNull,
          Rule.TableRewrite,
          Rule.TypeChange,
          Rule.UniqueConstraint,
          Rule.UpdateTogether,
          Rule.ValidateTogether,
          Rule.VolatileDefault);

  private LongRules() {}

  public static boolean contain(Rule rule) {
    return ALL.contains(rule);
  }
}
