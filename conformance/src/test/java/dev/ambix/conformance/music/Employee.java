package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Works for the shop; reports to another one, but for the first.
@Entity
@Table("music_employees")
public final class Employee {
  @Id @Generated private long id;

  @Unique
  @Length(80)
  private String name;

  private String title;
  private LocalDate hired;

  @ManyToOne(optional = true)
  private final Ref<Employee> boss = Ref.of();

  @OneToMany(mappedBy = "boss")
  @OrderBy("id")
  private final Many<Employee> team = Many.of();

  @OneToMany(mappedBy = "support")
  private final Many<Customer> customers = Many.of();

  Employee() {}

  public Employee(@Nullable Employee boss, String name, String title, LocalDate hired) {
    this.boss.set(boss);
    this.name = name;
    this.title = title;
    this.hired = hired;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  public LocalDate hired() {
    return hired;
  }

  public Ref<Employee> boss() {
    return boss;
  }

  public Many<Employee> team() {
    return team;
  }

  public Many<Customer> customers() {
    return customers;
  }
}
