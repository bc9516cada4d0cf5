//// shop/Line.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Line {
  @Id private long number;
  @Id private int part;
  @ManyToOne(optional = true, columns = "a") private final Ref<Line> before = Ref.of(); // [AssociationColumns] Line.before: each column of the key has one here; got 1 names in `columns`, expected 2, for number, part. Name as many.
  @ManyToMany(table = "links", columns = {"a", "b", "c"}, targetColumns = {"d", "e"}) // [AssociationColumns] Line.others: each column of the key has one here; got 3 names in `columns`, expected 2, for number, part. Name as many.
  private final Many<Line> others = Many.of();
}
