package dev.ambix.accounts.server;

import java.util.List;

/// Settings that the service cannot start with: a line for each.
final class BadSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSettings(List<String> lines) {
    super(String.join("\n", lines));
  }
}
