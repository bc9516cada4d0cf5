package dev.ambix.testing;

import dev.ambix.session.Listener.StatementEvent;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/// The queries that sessions send again and again from one place, as a loop does. Not safe for
/// several threads.
final class Repeats {
  /// How many times a test may send a query unless told.
  static final int USUAL = 2;

  private static final int DEPTH = 128;
  private static final Pattern QUERY =
      Pattern.compile("\\s*(select|with)\\b", Pattern.CASE_INSENSITIVE);

  /// What is no query, however it begins; numbers for new rows are drawn with what writes them.
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(insert\\s+into|delete\\s+from|update\\s+\\S+\\s+set|nextval)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final StackWalker STACK = StackWalker.getInstance();

  private final Map<Sending, Integer> queries = new LinkedHashMap<>();

  /// Takes note of a statement; called by the code that sends it.
  void add(StatementEvent event) {
    if (isQuery(event.sql())) {
      queries.merge(new Sending(event.session(), event.sql(), place(event)), 1, Integer::sum);
    }
  }

  void clear() {
    queries.clear();
  }

  private static boolean isQuery(String sql) {
    return QUERY.matcher(sql).lookingAt() && !WRITES.matcher(sql).find();
  }

  /// The line of the application, and the calls that led there and on. Those of Ambix count too: a
  /// tree that is loaded level by level sends one text for each, and is no loop.
  private static List<String> place(StatementEvent event) {
    var calls = new ArrayList<String>();
    calls.add(event.caller().map(StackTraceElement::toString).orElse("?"));
    STACK.forEach(frame -> {
      if (calls.size() < DEPTH) {
        calls.add(call(frame));
      }
    });
    return List.copyOf(calls);
  }

  private static String call(StackFrame frame) {
    return frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getByteCodeIndex();
  }

  /// Fails when a query was sent more often than this.
  ///
  /// @param subject the test
  void requireAtMost(int most, String subject) {
    var more = queries.entrySet().stream().filter(each -> each.getValue() > most).toList();
    if (!more.isEmpty()) {
      var list =
          more.stream()
              .map(each -> each.getKey().describe(each.getValue()))
              .collect(Collectors.joining("\n"));
      throw new AssertionFailedError(
          "[RepeatedQuery] "
              + subject
              + ": one query was sent again and again from one place; got "
              + more.getFirst().getValue()
              + " times, expected at most "
              + most
              + ". Read what the loop needs with one query before it, by with(…) or in(…), or"
              + " mark the test @AllowRepeats.\n"
              + list);
    }
  }

  private record Sending(long session, String sql, List<String> place) {
    String describe(int times) {
      return "  %d times, at %s: %s".formatted(times, place.getFirst(), sql);
    }
  }
}
