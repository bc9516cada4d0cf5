package dev.ambix.conformance.inheritance;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.payment.Bank;
import dev.ambix.conformance.payment.BankPayment;
import dev.ambix.conformance.payment.Bank_;
import dev.ambix.conformance.payment.CardPayment;
import dev.ambix.conformance.payment.CardPayment_;
import dev.ambix.conformance.payment.CashPayment;
import dev.ambix.conformance.payment.CashPayment_;
import dev.ambix.conformance.payment.DirectDebit;
import dev.ambix.conformance.payment.DirectDebit_;
import dev.ambix.conformance.payment.Payer;
import dev.ambix.conformance.payment.Payer_;
import dev.ambix.conformance.payment.Payment;
import dev.ambix.conformance.payment.Payment_;
import dev.ambix.conformance.payment.Receipt;
import dev.ambix.conformance.payment.Receipt_;
import dev.ambix.conformance.payment.Transfer;
import dev.ambix.error.StaleEntity;
import dev.ambix.error.UniqueViolation;
import dev.ambix.mapping.Column;
import dev.ambix.query.Condition;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A hierarchy whose subtypes share a table.
@EveryEngine
class SingleTableTest {
  private long card;
  private long cash;
  private long transfer;
  private long debit;

  @BeforeEach
  void fill(Session db) {
    var ann = db.add(new Payer("ann"));
    var bank = db.add(new Bank("north"));
    var added =
        List.of(
            db.add(new CardPayment(ann, new BigDecimal("10.00"), "4000", bank)),
            db.add(new CashPayment(ann, new BigDecimal("20.00"))),
            db.add(new Transfer(ann, new BigDecimal("30.00"), "DE1")),
            db.add(new DirectDebit(ann, new BigDecimal("40.00"), "DE2")));
    db.commit();
    var ids = added.stream().map(Payment::id).toList();
    card = ids.get(0);
    cash = ids.get(1);
    transfer = ids.get(2);
    debit = ids.get(3);
    added.forEach(db::detach);
  }

  @Nested
  class Reading {
    @Test
    void rootGivesTheSubtypesInOneStatement(Session db, Statements statements) {
      statements.clear();
      var all = db.select(Payment.class).orderBy(Payment_.amount.asc()).list();

      assertThat(statements.all()).hasSize(1);
      assertThat(all)
          .hasExactlyElementsOfTypes(
              CardPayment.class, CashPayment.class, Transfer.class, DirectDebit.class);
      assertThat(((CardPayment) all.getFirst()).number()).isEqualTo("4000");
      assertThat(((DirectDebit) all.getLast()).account()).isEqualTo("DE2");
    }

    @Test
    void subtypeGivesItsOwn(Session db) {
      assertThat(db.select(CardPayment.class).list())
          .singleElement()
          .satisfies(each -> assertThat(each.id()).isEqualTo(card));
      assertThat(db.select(CashPayment.class).count()).isOne();
      assertThat(db.select(CashPayment.class).where(CardPayment_.number.eq("4000")).exists())
          .isFalse();
      assertThat(db.select(Transfer.class).single().account()).isEqualTo("DE1");
    }

    @Test
    void classBetweenGivesItsSubtypes(Session db) {
      assertThat(db.select(BankPayment.class).list())
          .extracting(BankPayment::account)
          .containsExactlyInAnyOrder("DE1", "DE2");
      assertThat(db.find(BankPayment.class, transfer)).isPresent();
      assertThat(db.find(BankPayment.class, cash)).isEmpty();
    }

    @Test
    void findGivesTheSameObjectByEachOfItsClasses(Session db) {
      var found = db.get(Payment.class, card);

      assertThat(found).isInstanceOf(CardPayment.class);
      assertThat(db.get(CardPayment.class, card)).isSameAs(found);
      assertThat(db.select(CardPayment.class).single()).isSameAs(found);
    }

    @Test
    void filterOfASubtypeLeavesTheOthersAlone(Database database) {
      var filtered = database.transaction().filter(CardPayment.class, CardPayment_.number.eq("1"));
      List<Payment> seen = filtered.read(db -> db.select(Payment.class).list());
      assertThat(seen).extracting(Payment::id).containsExactlyInAnyOrder(cash, transfer, debit);
    }

    @Test
    void constantSqlGivesTheSubtypes(Session db) {
      assertThat(db.sql("select * from payments order by id").list(Payment.class)).hasSize(4);
      assertRefused("WrongSubtype", () -> db.sql("select * from payments").list(CardPayment.class));
    }

    @Test
    void projectionsOfSubtypesKeepToThem(Session db) {
      assertThat(db.select(CardNumber.class).list())
          .containsExactly(new CardNumber(new BigDecimal("10.00"), "4000"));
    }

    @Test
    void findOfAnotherSubtypeIsEmpty(Session db) {
      assertThat(db.find(CashPayment.class, card)).isEmpty();
      db.get(Payment.class, card);
      assertThat(db.find(CashPayment.class, card)).isEmpty();
    }

    @Test
    void conditionsAndOrdersNameColumnsOfSubtypes(Session db) {
      assertThat(db.select(Payment.class).where(CardPayment_.number.eq("4000")).single().id())
          .isEqualTo(card);
      assertThat(
              db.select(Payment.class)
                  .where(Condition.any(CardPayment_.bank.name.eq("north"), Payment_.id.eq(cash)))
                  .orderBy(Payment_.id.asc())
                  .list())
          .extracting(Payment::id)
          .containsExactlyInAnyOrder(card, cash);
      var query = db.select(Payment.class).orderBy(CardPayment_.number.asc());
      var first = query.page(2, null);
      assertThat(first.items()).hasSize(2);
      assertThat(query.page(5, first.next()).items())
          .hasSize(2)
          .doesNotContainAnyElementsOf(first.items());
    }
  }

  @Nested
  class Writing {
    @Test
    void updateNamesWhatChanged(Session db, Statements statements) {
      var found = db.get(CardPayment.class, card);
      found.number("5000");
      statements.clear();
      db.flush();

      assertThat(statements.texts()).singleElement().asString().contains("\"number\"");
      assertThat(statements.texts().getFirst()).doesNotContain("\"amount\"").doesNotContain("kind");
      assertThat(found.version()).isOne();
      db.commit();
      db.refresh(found);
      assertThat(found.number()).isEqualTo("5000");
    }

    @Test
    void unchangedObjectsCostNothing(Session db, Statements statements) {
      db.select(Payment.class).list();
      statements.clear();
      db.flush();
      assertThat(statements.all()).isEmpty();
    }

    @Test
    void columnsOfOtherSubtypesAreNull(Session db) {
      var nulls =
          db.sql(
                  "select count(*) from payments where kind = 'cash' and number is null"
                      + " and scheme is null and account is null and returned is null")
              .list(Long.class);
      assertThat(nulls).containsExactly(1L);
      assertThat(db.get(CardPayment.class, card).scheme()).isEqualTo("visa");
    }

    @Test
    void staleVersionIsFound(Session db) {
      var found = db.get(DirectDebit.class, debit);
      db.sql("update payments set version = version + 1").execute();
      found.giveBack();
      assertFails(StaleEntity.class, db::flush);
    }

    @Test
    void removedObjectIsGone(Session db) {
      db.remove(db.get(CardPayment.class, card));
      db.flush();
      assertThat(db.select(Payment.class).count()).isEqualTo(3);
    }

    @Test
    void uniqueKeysGoFromOneToTheNext(Session db) {
      var old = db.get(CardPayment.class, card);
      var payer = db.select(Payer.class).single();
      var bank = db.select(Bank.class).single();
      db.remove(old);
      db.add(new CardPayment(payer, BigDecimal.ONE, "4000", bank));
      db.flush();
      db.add(new CardPayment(payer, BigDecimal.ONE, "4000", bank));
      assertFails(UniqueViolation.class, db::flush)
          .satisfies(error -> assertThat(error.columns()).containsExactly("number"));
    }

    @Test
    void savepointPutsValuesBack(Session db) {
      var found = db.get(CardPayment.class, card);
      assertThatThrownBy(() ->
              db.savepoint(() -> {
                found.number("9");
                db.flush();
                throw new IllegalStateException("undo");
              }))
          .hasMessage("undo");
      assertThat(found.number()).isEqualTo("4000");
    }

    @Test
    void oneListHoldsSeveralSubtypes(Session db, Statements statements) {
      var payer = db.select(Payer.class).single();
      var bank = db.select(Bank.class).single();
      var rows =
          List.<Payment>of(
              new CashPayment(payer, BigDecimal.ONE),
              new CardPayment(payer, BigDecimal.TWO, "1", bank));
      db.insert(rows);

      assertThat(rows).allSatisfy(each -> assertThat(each.id()).isPositive());
      assertThat(db.select(Payment.class).count()).isEqualTo(6);
      assertThat(db.select(CashPayment.class).count()).isEqualTo(2);
    }
  }

  @Nested
  class Statement {
    @Test
    void updateAndDeleteOfASubtypeKeepToIt(Session db) {
      var loaded = db.get(DirectDebit.class, debit);
      long updated =
          db.update(DirectDebit.class)
              .set(DirectDebit_.returned, true)
              .where(Condition.all())
              .execute();
      assertThat(updated).isOne();
      assertThat(loaded.returned()).isTrue();

      assertThat(db.delete(CashPayment.class).where(Condition.all()).execute()).isOne();
      assertThat(db.select(Payment.class).list())
          .extracting(Payment::id)
          .containsExactlyInAnyOrder(card, transfer, debit);
      assertRefused("Unbounded", () -> db.delete(CashPayment.class).execute());
    }

    @Test
    @SuppressWarnings("unchecked") // the column of the payer, which has no name
    void rowsOfAQueryBecomeTheSubtype(Session db) {
      var payer = (Column<CashPayment, Long>) new CashPayment_().columns().get(2);
      long rows =
          db.insert(CashPayment.class)
              .set(CashPayment_.amount, BigDecimal.ONE)
              .set(payer, Payer_.id)
              .from(db.select(Payer.class));
      assertThat(rows).isOne();
      assertThat(db.select(CashPayment.class).count()).isEqualTo(2);
    }

    @Test
    void upsertKnowsTheKeysOfSubtypes(Session db) {
      var payer = db.select(Payer.class).single();
      var bank = db.select(Bank.class).single();
      db.upsert(new CardPayment(payer, new BigDecimal("99.00"), "4000", bank))
          .on(CardPayment_.number)
          .execute();
      assertThat(db.select(CardPayment.class).single().amount()).isEqualByComparingTo("99");
    }
  }

  @Nested
  class References {
    @Test
    void leadToTheRightSubtype(Session db, Statements statements) {
      var loaded = db.get(CardPayment.class, card);
      db.add(new Receipt(loaded, loaded));
      db.commit();
      db.detach(loaded);
      statements.clear();
      var receipt = db.select(Receipt.class).with(Receipt_.payment, Receipt_.card).single();

      assertThat(statements.all()).hasSize(1);
      assertThat(receipt.payment().get()).isInstanceOf(CardPayment.class);
      assertThat(receipt.card().get()).isSameAs(receipt.payment().get());
      assertThat(db.select(Receipt.class).where(Receipt_.card.number.eq("4000")).exists()).isTrue();
    }

    @Test
    void toAWrongSubtypeAreRefused(Session db) {
      var paid = db.get(CashPayment.class, cash);
      db.add(new Receipt(paid, null));
      db.flush();
      db.sql("update receipts set card_id = payment_id").execute();
      db.commit();
      db.rollback();

      var query = db.select(Receipt.class);
      assertRefused("WrongSubtype", () -> query.with(Receipt_.card).list());
      assertRefused("WrongSubtype", () -> query.with(Receipt_.card.separately()).list());
    }

    @Test
    void newObjectsAreInsertedInOrder(Session db) {
      var payer = new Payer("bob");
      var fresh = new CardPayment(payer, BigDecimal.TEN, "77", new Bank("south"));
      db.add(new Receipt(fresh, fresh));
      db.commit();

      var receipt = db.select(Receipt.class).with(Receipt_.card.bank()).single();
      assertThat(receipt.card().get()).isSameAs(fresh);
      assertThat(payer.payments()).containsExactly(fresh);
      assertThat(fresh.bank().get().cards()).containsExactly(fresh);
    }

    @Test
    void collectionsHoldSubtypes(Session db, Statements statements) {
      statements.clear();
      var payer = db.select(Payer.class).with(Payer_.payments).single();
      assertThat(statements.all()).hasSize(2);
      assertThat(payer.payments()).hasSize(4);
      assertThat(payer.payments())
          .allSatisfy(each -> assertThat(each.payer().get()).isSameAs(payer));

      var bank = db.select(Bank.class).single();
      db.load(List.of(bank), Bank_.cards);
      assertThat(bank.cards()).singleElement().isSameAs(db.get(Payment.class, card));
      payer.payments().remove(db.get(Payment.class, cash));
      db.flush();
      assertThat(db.find(Payment.class, cash)).isEmpty();
    }

    @Test
    void pathsOfSubtypesLoad(Session db) {
      var found = db.select(CardPayment.class).with(CardPayment_.payer, CardPayment_.bank).single();
      assertThat(found.payer().get().name()).isEqualTo("ann");
      assertThat(found.bank().get().name()).isEqualTo("north");
      var all = db.select(Payment.class).with(Payment_.payer).list();
      assertThat(all).allSatisfy(each -> assertThat(each.payer().get().name()).isEqualTo("ann"));
    }

    @Test
    void deletedParentsTakeThemAlong(Session db) {
      var all = db.select(Payment.class).list();
      db.delete(Payer.class).where(Condition.all()).execute();
      assertThat(all).noneMatch(db::contains);
    }
  }
}
