package dev.ambix.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ambix.error.AmbixException;
import dev.ambix.error.UsageException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Checks what fails, and how.
public final class Failures {
  private Failures() {}

  /// A use that must be refused with this code.
  public static AbstractThrowableAssert<?, UsageException> assertRefused(
      String code, ThrowingCallable call) {
    return assertFails(UsageException.class, code, call);
  }

  /// A call that must fail with this error.
  public static <T extends AmbixException> AbstractThrowableAssert<?, T> assertFails(
      Class<T> type, ThrowingCallable call) {
    return assertFails(type, type.getSimpleName(), call);
  }

  private static <T extends AmbixException> AbstractThrowableAssert<?, T> assertFails(
      Class<T> type, String code, ThrowingCallable call) {
    var error = catchThrowableOfType(type, call);
    assertThat(error).as(code).isNotNull();
    assertThat(error).hasMessageStartingWith("[" + code + "] ");
    assertThat(error.code()).isEqualTo(code);
    return assertThat(error);
  }
}
