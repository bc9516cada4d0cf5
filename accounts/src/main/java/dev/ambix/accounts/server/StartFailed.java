package dev.ambix.accounts.server;

/// The service cannot start, for a reason outside it.
final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StartFailed(String message) {
    super(message);
  }

  /// It cannot listen where it should.
  static StartFailed cannotListen(Settings settings) {
    return new StartFailed(
        "[CannotListen] accounts: got no socket at %s:%d, expected a free port and an address of this machine. Set PORT and HOST."
            .formatted(settings.host(), settings.port()));
  }
}
