package dev.ambix.accounts.http;

import io.avaje.inject.Bean;
import io.avaje.inject.Factory;
import io.avaje.jsonb.Jsonb;
import io.avaje.validation.Validator;

/// What the generated routes need to read, check and write JSON.
@Factory
final class JsonBeans {
  @Bean
  Jsonb jsonb() {
    return Jsonb.builder().adapter(new StrictJson()).build();
  }

  @Bean
  Validator validator() {
    return InputValidation.validator();
  }

  @Bean
  io.avaje.http.api.Validator requestValidator(Validator validator) {
    return InputValidation.forRequests(validator);
  }
}
