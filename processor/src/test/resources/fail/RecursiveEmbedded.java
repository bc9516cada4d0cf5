//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  @Embedded private Node node;

  record Node(
      String name,
      @Embedded Node next) {} // [RecursiveEmbedded] User.node.next: a record cannot contain itself; got Node inside Node, expected another type. Remove the component, or store it through @Convert(…).
}
