/// What clients send, read strictly and answered clearly.
///
/// Read [ServiceProblems] first: the errors of this API. `StrictJson` and `StrictReader` put
/// Jackson's parser under avaje-jsonb, `InputValidation` gives a code to each violation, and
/// [MethodsAllowed] answers 405.
///
/// Nothing here quotes what a client has sent: it may be a password.
@NullMarked
package dev.ambix.accounts.http;

import org.jspecify.annotations.NullMarked;
