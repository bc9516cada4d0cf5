package dev.ambix.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which passwords are common.
final class CommonPasswordsTest {
  private final CommonPasswords common = CommonPasswords.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012345",
        "111111111111111",
        "passwordpassword",
        "Password12345678",
        "P@ssw0rd!P@ssw0rd!",
        "p4ssw0rd1234567",
        "qwertyuiop12345",
        "QWERTY123456qwerty",
        "qwertyuiopasdfghjkl",
        "1qaz2wsx3edc4rfv5tgb",
        "1q2w3e4r5t6y7u8i9o0p",
        "asdfghjkl;'asdfghjkl",
        "iloveyou iloveyou",
        "IloveYou!1234567",
        "letmeinletmeinletmein",
        "Summer2024!Summer2024!",
        "Welcome1Welcome1",
        "adminadminadmin",
        "administrator123",
        "abcdefghijklmnopqrstuvwxyz",
        "abc123abc123abc123",
        "correct horse battery staple",
        "CorrectHorseBatteryStaple1",
        "the quick brown fox",
        "ToBeOrNotToBe,ThatIsTheQuestion",
        "may the force be with you",
        "mysecretpassword",
        "thisismypassword",
        "changemechangeme",
        "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ",
        "- - - - - - - - - -",
      })
  void knows(String password) {
    assertThat(password.length()).isGreaterThanOrEqualTo(15);
    assertThat(common.contains(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "quite another secret",
        "mRV9-tz!kq_2LpX7",
        "seven purple bicycles",
        "Das Pferd frisst keinen Gurkensalat",
        "собака съела мой пароль",
        "私の猫は毎朝五時に起きて鳴きます",
        "🙈🙉🙊🐵🐒🦍🦧🐶🐕🦮🐩🐺🦊🦝🐱",
      })
  void doesNotKnow(String password) {
    assertThat(common.contains(password)).isFalse();
  }
}
