package dev.ambix.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a run is done on.
///
/// @param processor the name of the processor and how many there are
/// @param memory its memory
/// @param system the operating system
/// @param java the JVM
/// @param load how busy the machine was when the run began, if that is known
public record Machine(String processor, String memory, String system, String java, String load) {
  /// This machine, now.
  public static Machine here() {
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double load = bean.getSystemLoadAverage();
    return new Machine(
        "%d x %s".formatted(bean.getAvailableProcessors(), processorName()),
        "%.0f GiB".formatted(bean.getTotalMemorySize() / (double) (1 << 30)),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
        load < 0 ? "unknown" : "%.1f".formatted(load));
  }

  private static String processorName() {
    return lines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("processor");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }
}
