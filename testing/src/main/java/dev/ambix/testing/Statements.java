package dev.ambix.testing;

import dev.ambix.session.Listener;
import dev.ambix.session.Listener.StatementEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;

/// The statements that a test has sent to its database, since its method began. What lifecycle
/// methods send is there while they run, and gone when the test begins.
///
/// One text that goes out once is one statement: a batch is one, whatever number of rows it
/// changes, and so is one that fails, and a block on the JDBC connection. What begins and ends
/// transactions and savepoints is none. Safe for any thread.
public final class Statements {
  private final List<StatementEvent> events = new ArrayList<>();
  private final Repeats repeats = new Repeats();
  private int testBegan;
  private int cleared;

  Statements() {}

  /// What sends statements here.
  Listener listener() {
    return new Listener() {
      @Override
      public void onStatement(StatementEvent event) {
        synchronized (Statements.this) {
          events.add(event);
          repeats.add(event);
        }
      }
    };
  }

  /// All statements, in the order in which they ended.
  public synchronized List<StatementEvent> all() {
    return List.copyOf(events.subList(cleared, events.size()));
  }

  /// The texts of all statements, without values.
  public List<String> texts() {
    return all().stream().map(StatementEvent::sql).toList();
  }

  /// Forgets the statements so far. Those that [ExpectStatements] counts are not these: it counts
  /// the whole test.
  public synchronized void clear() {
    cleared = events.size();
  }

  /// Runs a block that is to send this number of statements, on any thread.
  ///
  /// @return what the block returns
  /// @throws AssertionFailedError with a list of the statements, when it sends another number
  public <T> T expect(int count, Supplier<T> block) {
    int start = size();
    var result = block.get();
    requireCount("expect", count, since(start));
    return result;
  }

  /// As the other, for a block that returns nothing.
  @SuppressWarnings("overloads") // blocks in braces are of one kind or the other
  public void expect(int count, Runnable block) {
    expect(
        count,
        () -> {
          block.run();
          return Optional.empty();
        });
  }

  /// Checks what [#all] gives: as many statements as there are texts, in this order, where each
  /// holds its text, such as `insert into users`. Case, quotes around names, and line breaks do not
  /// matter, so that one text fits all engines.
  ///
  /// @throws AssertionFailedError with the difference, line by line, when they are others
  public void expectTexts(String... texts) {
    var expected = List.of(texts);
    var found = texts();
    var difference = TextDiff.of(expected, found, (text, sql) -> plain(sql).contains(plain(text)));
    if (difference.stream().anyMatch(line -> !line.startsWith("  "))) {
      throw new AssertionFailedError(
          "[StatementTexts] expectTexts: other statements were sent; got "
              + found.size()
              + ", expected "
              + expected.size()
              + " that hold these texts in order (- expected, + got). Correct the code or the"
              + " texts.\n"
              + String.join("\n", difference),
          String.join("\n", expected),
          String.join("\n", found));
    }
  }

  private static String plain(String sql) {
    return sql.replace("\"", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /// The method of the test begins: what was sent before is not its own.
  synchronized void beginTest() {
    testBegan = events.size();
    cleared = testBegan;
    repeats.clear();
  }

  /// Checks that the test has sent no query more often than this from one place.
  synchronized void requireRepeatsAtMost(String subject, int most) {
    repeats.requireAtMost(most, subject);
  }

  /// Checks how many statements the whole test has sent.
  synchronized void requireTestCount(String subject, int count) {
    requireCount(subject, count, events.subList(testBegan, events.size()));
  }

  private synchronized int size() {
    return events.size();
  }

  private synchronized List<StatementEvent> since(int start) {
    return List.copyOf(events.subList(start, events.size()));
  }

  private static void requireCount(String subject, int count, List<StatementEvent> found) {
    if (found.size() != count) {
      throw new AssertionFailedError(
          "[StatementCount] "
              + subject
              + ": the number of statements is wrong; got "
              + found.size()
              + ", expected "
              + count
              + ". Read what a loop needs with one query before it, or correct the number."
              + (found.isEmpty() ? "" : "\n" + list(found)),
          count,
          found.size());
    }
  }

  private static String list(List<StatementEvent> found) {
    return IntStream.range(0, found.size())
        .mapToObj(i -> "  " + (i + 1) + ". " + describe(found.get(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String describe(StatementEvent event) {
    return "%s (%s%s%s)"
        .formatted(
            event.sql(),
            event
                .error()
                .map(error -> "failed with " + error.code())
                .orElse(event.rows() + (event.rows() == 1 ? " row" : " rows")),
            event.executions() == 1 ? "" : ", run " + event.executions() + " times",
            event.caller().map(frame -> ", at " + frame).orElse(""));
  }
}
