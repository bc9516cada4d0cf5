//// shop/Root.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
abstract sealed class Root permits Leaf {
  @Id private long id;
  @ManyToOne private final Ref<Owner> owner = Ref.of();
}
//// shop/Leaf.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Leaf extends Root {}
//// shop/Owner.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Owner {
  @Id private long id;
  @OneToMany(mappedBy = "owner", orphanRemoval = true) private final Many<Leaf> leaves = Many.of(); // [MappedByMismatch] Owner.leaves: one side has the columns, and the other one names it; got `Leaf.owner`, which is of all Root, expected a field of Leaf with @ManyToOne to Owner. Correct `mappedBy`.
}
