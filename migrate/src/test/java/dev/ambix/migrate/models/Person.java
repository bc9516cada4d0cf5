package dev.ambix.migrate.models;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.RenamedFrom;
import dev.ambix.mapping.Table;

/// A model for tests.
@Entity
@Table("people")
@RenamedFrom("persons")
public final class Person {
  @Id @Generated private long id;

  @Length(64)
  private String fullName;

  @RenamedFrom("years")
  private int age;

  Person() {
    fullName = "";
  }

  @Override
  public String toString() {
    return id + " " + fullName + ", " + age;
  }
}
