//// shop/Root.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
abstract sealed class Root permits One, Other { // [DuplicateColumn] Root: two attributes stand in one column; got kind, which `kind` has, expected another name. Rename the attribute, or give it @ColumnName("…").
  @Id private long id;
  private String kind;
}
//// shop/One.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class One extends Root {
  private int size;
}
//// shop/Other.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance.Kind("other")
final class Other extends Root { // [DuplicateColumn] Other.size: two attributes stand in one column; got size, which `One.size` has, expected another name. Rename the attribute, or give it @ColumnName("…").
  private int size;
}
//// shop/Stray.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Inheritance.Kind("stray") // [MisplacedAnnotation] Stray: @Inheritance.Kind has no meaning here; got a class of no hierarchy, expected a final class of a hierarchy. Remove the annotation, or change what it stands on.
final class Stray {
  @Id private long id;
}
