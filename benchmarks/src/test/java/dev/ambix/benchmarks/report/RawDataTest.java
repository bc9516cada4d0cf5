package dev.ambix.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawDataTest {
  @Test
  void leavesOutWhereThingsLie() {
    var json =
        """
        {
            "forks" : 1,
            "jvm" : "/opt/ann/jdk/bin/java",
            "jvmArgs" : [
                "-Xmx1g",
                "-Dfile=/opt/ann/file"
            ],
            "jdkVersion" : "25"
        }
        """;

    assertThat(RawData.withoutPaths(json))
        .isEqualTo(
            """
            {
                "forks" : 1,
                "jdkVersion" : "25"
            }
            """);
  }
}
