package dev.ambix.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.revision.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void knowsHeadsBasesAndBranchPoints() {
    var history = Graphs.of("a", "b <- a", "c <- a", "d");
    assertThat(history.heads())
        .extracting(Revision::file)
        .containsExactly("b.sql", "c.sql", "d.sql");
    assertThat(history.bases()).extracting(Revision::file).containsExactly("a.sql", "d.sql");
    assertThat(history.branchPoints()).extracting(Revision::file).containsExactly("a.sql");
  }

  @Test
  void namesTheFilesOfACircle() {
    assertThatThrownBy(() -> Graphs.of("a", "b <- a, d", "c <- b", "d <- c", "e <- d"))
        .hasMessageContaining("[RevisionCycle]")
        .hasMessageContaining("b.sql")
        .hasMessageContaining("c.sql")
        .hasMessageContaining("d.sql")
        .hasMessageNotContaining("e.sql")
        .hasMessageNotContaining("a.sql");
  }

  @Test
  void namesTheFileOfOneThatNeedsItself() {
    assertThatThrownBy(() -> Graphs.of("a + a")).hasMessageContaining("the first: a.sql;");
  }

  @Test
  void namesTheFileWhoseParentIsMissing() {
    assertThatThrownBy(() -> Graphs.of("b <- a"))
        .hasMessage(
            "[RevisionMissing] b.sql: it follows aaaaaaaaaaaa, which no file has; got revisions"
                + " without it, expected it. Add the file, or correct the id.");
    assertThatThrownBy(() -> Graphs.of("b + a")).hasMessageContaining("b.sql: it depends on aaaa");
  }

  @Test
  void namesBothFilesOfOneId() {
    var one = Graphs.revision(Graphs.id("a"), List.of(), List.of(), List.of(), 1);
    var two =
        new Revision(
            one.id(),
            List.of(),
            List.of(),
            List.of(),
            "",
            one.created(),
            "z.sql",
            "",
            List.of(),
            List.of());
    assertThatThrownBy(() -> History.of(List.of(one, two)))
        .hasMessageContaining("[DuplicateRevision]")
        .hasMessageContaining("a.sql")
        .hasMessageContaining("z.sql");
  }

  @Test
  void namesBothFilesOfOneLabel() {
    assertThatThrownBy(() -> Graphs.of("a : x", "b : x"))
        .hasMessageContaining("[DuplicateLabel]")
        .hasMessageContaining("a.sql")
        .hasMessageContaining("b.sql");
  }
}
