package dev.ambix.benchmarks;

import dev.ambix.benchmarks.peer.AmbixPeer;
import dev.ambix.benchmarks.peer.HibernatePeer;
import dev.ambix.benchmarks.peer.JdbcPeer;
import dev.ambix.benchmarks.peer.JooqPeer;
import dev.ambix.benchmarks.peer.Peer;
import dev.ambix.benchmarks.peer.StatelessPeer;

/// Who is measured. The first is what the others are compared with.
public enum Contestant {
  JDBC("JDBC"),
  AMBIX("Ambix"),
  AMBIX_INSERT("Ambix, insert(list)"),
  HIBERNATE("Hibernate"),
  HIBERNATE_STATELESS("Hibernate, stateless"),
  JOOQ("jOOQ");

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  /// Its name for readers.
  public String title() {
    return title;
  }

  Peer open(Stage stage) {
    return switch (this) {
      case JDBC -> new JdbcPeer(stage.source(), stage.engine());
      case AMBIX -> new AmbixPeer(stage.ambixUrl(), false);
      case AMBIX_INSERT -> new AmbixPeer(stage.ambixUrl(), true);
      case HIBERNATE -> new HibernatePeer(stage.source(), stage.engine());
      case HIBERNATE_STATELESS -> new StatelessPeer(stage.source(), stage.engine());
      case JOOQ -> new JooqPeer(stage.source(), stage.engine());
    };
  }
}
