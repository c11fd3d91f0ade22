//! Findings for a person: the sentence, the source frame, why and what to do.
