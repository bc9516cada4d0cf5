package dev.ambix.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  /// a - b - c, then d and e after c, f after both; label `left` on d, `right` on e.
  private static final History DIAMOND =
      Graphs.of("a", "b <- a", "c <- b", "d <- c : left", "e <- c : right", "f <- d, e");

  private static final History LINE = Graphs.of("a", "b <- a", "c <- b", "d <- c");
  private static final History FORK =
      Graphs.of("a", "b <- a : left", "c <- b", "d <- a : right", "e <- d");

  /// Two branches of their own, where d of the second needs b of the first.
  private static final History ACROSS =
      Graphs.of("a : one", "b <- a", "c <- b", "d + b : two", "e <- d");

  private static Targets at(History history, String letters) {
    return Targets.of(history, Stream.of(letters.split("")).map(Graphs::id).toList());
  }

  @Nested
  class Upgrade {
    @ParameterizedTest
    @CsvSource({
      "'',   head,   'abcd'",
      "'',   heads,  'abcd'",
      "b,    head,   'acd'",
      "ab,   head,   'cd'",
      "abcd, head,   ''",
      "ab,   +1,     'c'",
      "ab,   +2,     'cd'",
      "'',   +1,     'a'",
      "'',   bbb,    'ab'",
      "'',   bbbbbbbbbbbb+1, 'abc'",
      "'',   head-1, 'abc'",
      "a,    current+2, 'bc'",
      "'',   base+2, 'ab'",
      "abc,  bbb,    ''",
    })
    void onALine(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(LINE, applied).upgrade(target))))
          .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
      "'',  heads,      'abcde'",
      "'',  left@head,  'abc'",
      "a,   right@head, 'de'",
      "a,   left@+1,    'b'",
      "'',  left@+1,    'ab'",
      "abc, +1,         'd'",
      "a,   right@+2,   'de'",
      "a,   left,       'b'",
      "a,   left+1,     'bc'",
      "a,   ccc@head,   'bc'",
    })
    void onAFork(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(FORK, applied).upgrade(target))))
          .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
      "'',   two@head, 'abde'",
      "'',   one@head, 'abc'",
      "'',   heads,    'abcde'",
      "a,    two@+1,   'bd'",
      "abcd, +1,       'e'",
    })
    void acrossBranches(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(ACROSS, applied).upgrade(target))))
          .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
      "a, head, SeveralHeads",
      "a, +1, AmbiguousTarget",
      "a, +0x, UnknownTarget",
      "a, -1, WrongDirection",
      "a, base, WrongDirection",
      "abc, right@+3, TooFar",
      "a, eee+1, TooFar",
      "a, aaa+1, AmbiguousTarget",
      "a, zzz, UnknownTarget",
      "a, aa, UnknownTarget",
      "a, left@ddd, UnknownTarget",
      "a, nowhere@head, UnknownTarget",
    })
    void refuses(String applied, String target, String code) {
      assertThatThrownBy(() -> at(FORK, applied).upgrade(target))
          .hasMessageStartingWith("[" + code + "] target " + target + ": ");
    }

    @Test
    void refusesAPrefixOfSeveralAndNamesThem() {
      var twins =
          History.of(
              List.of(
                  Graphs.revision("abc000000000", List.of(), List.of(), List.of(), 1),
                  Graphs.revision("abc111111111", List.of(), List.of(), List.of(), 2)));
      assertThatThrownBy(() -> Targets.of(twins, List.of()).upgrade("abc"))
          .hasMessageContaining("[AmbiguousTarget]")
          .hasMessageContaining("abc000000000")
          .hasMessageContaining("abc111111111");
    }
  }

  @Nested
  class Downgrade {
    @Test
    void theFixOfAnAmbiguousStepWorks() {
      assertThatThrownBy(() -> at(FORK, "abcde").downgrade("-1"))
          .hasMessageEndingWith("; expected one. Say which, such as cccccccccccc@-1.");
      assertThat(Graphs.letters(at(FORK, "abcde").downgrade("cccccccccccc@-1")))
          .containsExactly("c");
      assertThatThrownBy(() -> at(FORK, "a").upgrade("+1"))
          .hasMessageEndingWith("Say which, such as bbbbbbbbbbbb@+1.");
      assertThat(Graphs.letters(at(FORK, "a").upgrade("bbbbbbbbbbbb@+1"))).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({
      "abcdef, base,   'fedcba'",
      "abcdef, -1,     'f'",
      "abcdef, ccc,    'fed'",
      "abcdef, ddd,    'f'",
      "abcde,  left@-1, 'd'",
      "abcdef, left@-1, 'f'",
      "abcd,   -2,     'dc'",
      "abcd,   left-1, 'd'",
      "abcde,  current, ''",
    })
    void ofADiamond(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(DIAMOND, applied).downgrade(target))))
          .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
      "abcde, base,     'edcba'",
      "abcde, one@base, 'edcba'",
      "abcde, two@base, 'ed'",
      "abcde, aaa,      'edcb'",
      "abcde, bbb,      'c'",
      "abcde, one@-1,   'c'",
      "abde,  one@-1,   'edb'",
      "abde,  -1,       'e'",
    })
    void acrossBranches(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(ACROSS, applied).downgrade(target))))
          .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
      "abcde, -1, AmbiguousTarget",
      "abcdef, -2, AmbiguousTarget",
      "abc, -4, TooFar",
      "abc, +1, WrongDirection",
      "abc, ddd, NotApplied",
      "abcdef, fff-1, AmbiguousTarget",
      "abc, aaa-1, TooFar",
    })
    void refuses(String applied, String target, String code) {
      assertThatThrownBy(() -> at(DIAMOND, applied).downgrade(target))
          .hasMessageStartingWith("[" + code + "] target " + target + ": ");
    }
  }

  @Nested
  class Stamp {
    @ParameterizedTest
    @CsvSource({
      "'',     heads, 'abcdef'",
      "abcdef, ddd,   'abcde'",
      "abcdef, ccc,   'abc'",
      "abc,    fff,   'abcdef'",
      "abcdef, base,  ''",
    })
    void ofADiamond(String applied, String target, String after) {
      assertThat(
              at(DIAMOND, applied).stamped(target).stream()
                  .map(it -> it.substring(0, 1))
                  .sorted()
                  .reduce("", String::concat))
          .isEqualTo(after);
    }
  }

  /// Ranges for a script, which somebody else runs on a database at the beginning of it.
  @Nested
  class Between {
    @ParameterizedTest
    @CsvSource({
      "base, heads,   'abcdef'",
      "aaa,  ddd,     'bcd'",
      "ddd,  fff,     'ef'",
      "ccc,  +1,      ''",
      "bbb,  +1,      'c'",
      "fff,  base,    '-fedcba'",
      "fff,  ddd,     '-f'",
      "fff,  ccc,     '-fed'",
      "fff,  -1,      '-f'",
      "fff,  left@base, '-fd'",
      "ddd,  eee,     'e'",
      "ddd,  current, '-dcb'",
      "base, current, 'a'",
      "ccc,  ccc,     '-'",
    })
    void isWhatARunnerWouldDo(String from, String to, String steps) {
      if (steps.isEmpty()) {
        assertThatThrownBy(() -> at(DIAMOND, "a").between(from, to))
            .hasMessageContaining("[AmbiguousTarget]");
        return;
      }
      var plan = at(DIAMOND, "a").between(from, to);
      var sign = plan.direction() == Direction.DOWNGRADE ? "-" : "";
      assertThat(sign + String.join("", Graphs.letters(plan))).isEqualTo(steps);
    }
  }

  /// d joins three; e and f need something of each other's branch.
  private static final History WOVEN =
      Graphs.of("a : one", "b : two", "c : three", "d <- a, b, c", "e <- a + b", "f <- b + e");

  @Nested
  class Woven {
    @ParameterizedTest
    @CsvSource({
      "'',     ddd,   'abcd'",
      "'',     fff,   'abef'",
      "abcd,   heads, 'ef'",
      "'',     eee,   'abe'",
    })
    void goesUp(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(WOVEN, applied).upgrade(target))))
          .isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
      "abcdef, one@base,   'feda'",
      "abcdef, base,       'fedcba'",
      "abcdef, aaa,        'fed'",
      "abcd,   three@base, 'dc'",
      "abef,   eee,        ''",
    })
    void goesDown(String applied, String target, String steps) {
      assertThat(String.join("", Graphs.letters(at(WOVEN, applied).downgrade(target))))
          .isEqualTo(steps);
    }
  }

  @Nested
  class Range {
    @ParameterizedTest
    @CsvSource({
      "bbb:ddd, 'bcd'",
      "bbb:,    'bcd'",
      ":bbb,    'ab'",
      "-1:current, 'bc'",
      "ccc,     'c'",
      ":,       'abcd'",
      "base:head, 'abcd'",
    })
    void isInclusive(String range, String expected) {
      assertThat(
              at(LINE, "abc").range(range).stream()
                  .map(Revision::id)
                  .map(it -> it.substring(0, 1))
                  .reduce("", String::concat))
          .isEqualTo(expected);
    }
  }
}
