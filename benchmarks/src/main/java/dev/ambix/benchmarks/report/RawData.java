package dev.ambix.benchmarks.report;

import java.util.regex.Pattern;

/// JMH's own data, without where things lie on the machine.
final class RawData {
  private static final Pattern ARGUMENTS =
      Pattern.compile("\"jvm(Args)?\" : (\\[[^\\]]*]|\"[^\"]*\"),\\s*");

  private RawData() {}

  static String withoutPaths(String json) {
    return ARGUMENTS.matcher(json).replaceAll("");
  }
}
