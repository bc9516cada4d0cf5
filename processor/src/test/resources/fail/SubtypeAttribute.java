//// shop/Root.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.JOINED)
abstract sealed class Root permits Leaf {
  @Id private long id;
}
//// shop/Leaf.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Unique({"id", "size"}) // [SubtypeAttribute] Leaf: a key or an index stands in one table; got `id`, which stands in that of Root, expected attributes of Leaf alone. Leave it out, or make the hierarchy SINGLE_TABLE.
final class Leaf extends Root {
  private int size;
  @Id private long number; // [SubtypeAttribute] Leaf.number: it is of the whole hierarchy; got @Id in a subtype, expected it in Root. Move the field there.
  @Version private int version; // [SubtypeAttribute] Leaf.version: it is of the whole hierarchy; got @Version in a subtype, expected it in Root. Move the field there.
}
