-- Frozen: what the dataclasses of the record wanted when this migration was written, then what the store adds.

CREATE TABLE "agency" (
  "id" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  "address" TEXT NOT NULL CHECK (json_valid("address")),
  "telephone_24h" TEXT NOT NULL,
  "telephone_china" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "zone" TEXT NOT NULL,
  "logo" TEXT,
  "disclaimer" TEXT NOT NULL CHECK (json_valid("disclaimer")),
  "print_languages" TEXT NOT NULL CHECK (json_valid("print_languages")),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("logo") REFERENCES "shared_attachment" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "shared_attachment" (
  "id" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "size_bytes" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "added_on" TEXT NOT NULL CHECK ("added_on" GLOB '????-??-??'),
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "case_manager" (
  "id" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  "telephone" TEXT NOT NULL,
  "wechat" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("agency") REFERENCES "agency" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "place" (
  "id" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('hospital', 'proton-centre', 'clinic', 'hotel', 'flat', 'airport', 'station', 'embassy', 'visa-centre', 'police-station', 'office', 'home', 'other')),
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  "name_pinyin" TEXT NOT NULL,
  "within" TEXT,
  "address" TEXT NOT NULL CHECK (json_valid("address")),
  "address_pinyin" TEXT NOT NULL,
  "department" TEXT NOT NULL CHECK (json_valid("department")),
  "floor" TEXT NOT NULL CHECK (json_valid("floor")),
  "room" TEXT NOT NULL CHECK (json_valid("room")),
  "entrance" TEXT NOT NULL CHECK (json_valid("entrance")),
  "emergency_entrance" TEXT NOT NULL CHECK (json_valid("emergency_entrance")),
  "telephone" TEXT NOT NULL,
  "emergency_telephone" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "subdivision" TEXT NOT NULL,
  "city" TEXT NOT NULL CHECK (json_valid("city")),
  "zone" TEXT NOT NULL,
  "iata_code" TEXT NOT NULL,
  "latitude_deg" TEXT,
  "longitude_deg" TEXT,
  "registers_foreigners" INTEGER CHECK ("registers_foreigners" IN (0, 1)),
  "status" TEXT NOT NULL CHECK (json_valid("status")),
  "verified_on" TEXT CHECK ("verified_on" GLOB '????-??-??'),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("within") REFERENCES "place" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "place_opening_hours" (
  "place" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "weekday" INTEGER NOT NULL,
  "opens" TEXT NOT NULL CHECK ("opens" GLOB '??:??:??*'),
  "closes" TEXT NOT NULL CHECK ("closes" GLOB '??:??:??*'),
  PRIMARY KEY ("place", "position"),
  FOREIGN KEY ("place") REFERENCES "place" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "place_treatment_days" (
  "place" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "valid_from" TEXT CHECK ("valid_from" GLOB '????-??-??'),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('weekdays', 'official', 'official-no-weekends', 'statutory', 'six-day', 'custom')),
  "weekdays" TEXT NOT NULL CHECK (json_valid("weekdays")),
  "holidays" TEXT NOT NULL CHECK ("holidays" IN ('none', 'statutory', 'official')),
  "treats_on_makeup_workdays" INTEGER NOT NULL CHECK ("treats_on_makeup_workdays" IN (0, 1)),
  "closed_days" TEXT NOT NULL CHECK (json_valid("closed_days")),
  "extra_days" TEXT NOT NULL CHECK (json_valid("extra_days")),
  "service_day_first" TEXT CHECK ("service_day_first" GLOB '????-??-??'),
  "service_day_every_weeks" INTEGER,
  "machine_down" TEXT NOT NULL CHECK (json_valid("machine_down")),
  "exceptions" TEXT NOT NULL CHECK (json_valid("exceptions")),
  "source" TEXT NOT NULL CHECK (json_valid("source")),
  "checked_on" TEXT CHECK ("checked_on" GLOB '????-??-??'),
  PRIMARY KEY ("place", "position"),
  FOREIGN KEY ("place") REFERENCES "place" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "contact" (
  "id" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('interpreter', 'driver', 'coordinator', 'surgeon', 'oncologist', 'radiation-oncologist', 'radiologist', 'pathologist', 'hepatologist', 'anaesthetist', 'medical-physicist', 'radiation-therapist', 'general-practitioner', 'nurse', 'insurer', 'other')),
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  "name_pinyin" TEXT NOT NULL,
  "title" TEXT NOT NULL CHECK (json_valid("title")),
  "place" TEXT,
  "languages" TEXT NOT NULL CHECK (json_valid("languages")),
  "telephone" TEXT NOT NULL,
  "wechat" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "vehicle" TEXT NOT NULL CHECK (json_valid("vehicle")),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("place") REFERENCES "place" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "journey" (
  "id" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "agency" TEXT NOT NULL,
  "case_manager" TEXT,
  "reference" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('enquiry', 'active', 'completed', 'closed')),
  "opened_on" TEXT CHECK ("opened_on" GLOB '????-??-??'),
  "languages" TEXT NOT NULL CHECK (json_valid("languages")),
  "country" TEXT NOT NULL,
  "zone" TEXT NOT NULL,
  "template" TEXT NOT NULL,
  "referring_hospital" TEXT,
  "last_service_on" TEXT CHECK ("last_service_on" GLOB '????-??-??'),
  "retain_until" TEXT CHECK ("retain_until" GLOB '????-??-??'),
  "retention_reason" TEXT NOT NULL CHECK (json_valid("retention_reason")),
  PRIMARY KEY ("id"),
  FOREIGN KEY ("agency") REFERENCES "agency" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("case_manager") REFERENCES "case_manager" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("id", "referring_hospital") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "attachment" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "size_bytes" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "added_on" TEXT NOT NULL CHECK ("added_on" GLOB '????-??-??'),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "journey_places" (
  "journey" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("journey", "place"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("place") REFERENCES "place" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "journey_contacts" (
  "journey" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("journey", "contact"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("contact") REFERENCES "contact" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "traveller" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('patient', 'companion')),
  "surname" TEXT NOT NULL,
  "given_names" TEXT NOT NULL,
  "preferred_name" TEXT NOT NULL,
  "name_hanzi" TEXT NOT NULL,
  "name_at_hospital" TEXT NOT NULL,
  "relationship" TEXT NOT NULL CHECK (json_valid("relationship")),
  "born_on" TEXT CHECK ("born_on" GLOB '????-??-??'),
  "sex" TEXT CHECK ("sex" IN ('F', 'M', 'X')),
  "nationality" TEXT NOT NULL,
  "languages" TEXT NOT NULL CHECK (json_valid("languages")),
  "home_zone" TEXT NOT NULL,
  "home_address" TEXT NOT NULL CHECK (json_valid("home_address")),
  "home_subdivision" TEXT NOT NULL,
  "telephone" TEXT NOT NULL,
  "telephone_in_china" TEXT NOT NULL,
  "wechat" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "allergy_statement" TEXT NOT NULL CHECK ("allergy_statement" IN ('not-stated', 'none-known', 'listed')),
  "mobility" TEXT NOT NULL CHECK (json_valid("mobility")),
  "service_codes" TEXT NOT NULL CHECK (json_valid("service_codes")),
  "diet" TEXT NOT NULL CHECK (json_valid("diet")),
  "meal_code" TEXT NOT NULL,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "passport" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "issuing_state" TEXT NOT NULL,
  "issued_on" TEXT CHECK ("issued_on" GLOB '????-??-??'),
  "expires_on" TEXT CHECK ("expires_on" GLOB '????-??-??'),
  "blank_pages" INTEGER,
  "state" TEXT NOT NULL CHECK ("state" IN ('current', 'renewing', 'replaced', 'lost')),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "traveller_allergies" (
  "journey" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "substance" TEXT NOT NULL CHECK (json_valid("substance")),
  "reaction" TEXT NOT NULL CHECK (json_valid("reaction")),
  PRIMARY KEY ("journey", "traveller", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "medicine" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  "dose" TEXT NOT NULL CHECK (json_valid("dose")),
  "controlled" INTEGER CHECK ("controlled" IN (0, 1)),
  "days_carried" INTEGER,
  "prescription" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "prescription") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "traveller_emergency_contacts" (
  "journey" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "relationship" TEXT NOT NULL CHECK (json_valid("relationship")),
  "telephone" TEXT NOT NULL,
  "languages" TEXT NOT NULL CHECK (json_valid("languages")),
  PRIMARY KEY ("journey", "traveller", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "insurance" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "insurer" TEXT NOT NULL,
  "policy_number" TEXT NOT NULL,
  "valid_from" TEXT CHECK ("valid_from" GLOB '????-??-??'),
  "valid_to" TEXT CHECK ("valid_to" GLOB '????-??-??'),
  "assistance_telephone" TEXT NOT NULL,
  "passport_number" TEXT NOT NULL,
  "exclusions_read" INTEGER CHECK ("exclusions_read" IN (0, 1)),
  "treatment_abroad_excluded" INTEGER CHECK ("treatment_abroad_excluded" IN (0, 1)),
  "exclusions" TEXT NOT NULL CHECK (json_valid("exclusions")),
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "diagnosis" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "icd10" TEXT NOT NULL,
  "site" TEXT NOT NULL CHECK (json_valid("site")),
  "stage" TEXT NOT NULL CHECK (json_valid("stage")),
  "summary" TEXT NOT NULL CHECK (json_valid("summary")),
  "stated_by" TEXT,
  "stated_on" TEXT CHECK ("stated_on" GLOB '????-??-??'),
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "stated_by") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "document" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('summary', 'pathology', 'laboratory', 'imaging-report', 'dicom', 'medicine-list', 'prescription', 'referral', 'passport-copy', 'photograph', 'kinship-proof', 'proof-of-funds', 'visa-form', 'invitation-letter', 'acceptance', 'estimate', 'mdt-record', 'treatment-plan', 'prescription-of-course', 'consent-form', 'privacy-notice', 'visa', 'ticket', 'hotel-booking', 'insurance-policy', 'medical-clearance', 'fit-to-fly', 'arrival-card', 'address-registration', 'stay-permit', 'discharge-summary', 'invoice', 'receipt', 'refusal', 'other')),
  "title" TEXT NOT NULL CHECK (json_valid("title")),
  "traveller" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('needed', 'requested', 'received', 'translated', 'certified', 'sent', 'accepted')),
  "languages" TEXT NOT NULL CHECK (json_valid("languages")),
  "number" TEXT NOT NULL,
  "issuer" TEXT NOT NULL CHECK (json_valid("issuer")),
  "issued_on" TEXT CHECK ("issued_on" GLOB '????-??-??'),
  "expires_on" TEXT CHECK ("expires_on" GLOB '????-??-??'),
  "covers_from" TEXT CHECK ("covers_from" GLOB '????-??-??'),
  "covers_to" TEXT CHECK ("covers_to" GLOB '????-??-??'),
  "passport_number" TEXT NOT NULL,
  "name_printed" TEXT NOT NULL,
  "source" TEXT CHECK ("source" IN ('patient', 'companion', 'hospital', 'general-practitioner', 'authority', 'carrier', 'insurer', 'agency', 'other')),
  "received_from" TEXT NOT NULL CHECK (json_valid("received_from")),
  "received_on" TEXT CHECK ("received_on" GLOB '????-??-??'),
  "needed_for" TEXT,
  "needed_by" TEXT CHECK ("needed_by" GLOB '????-??-??'),
  "needed_by_tie_anchor" TEXT CHECK ("needed_by_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "needed_by_tie_days" INTEGER,
  "needed_by_tie_counting" TEXT CHECK ("needed_by_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "needed_by_tie_number" INTEGER,
  "needed_by_tie_course" TEXT,
  "needed_by_tie_thing" TEXT,
  "translations_needed" TEXT NOT NULL CHECK (json_valid("translations_needed")),
  "translation_of" TEXT,
  "carried_by_hand" INTEGER NOT NULL CHECK ("carried_by_hand" IN (0, 1)),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "needed_by_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "translation_of") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "document_events" (
  "journey" TEXT NOT NULL,
  "document" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('needed', 'requested', 'received', 'translated', 'certified', 'sent', 'accepted')),
  "on" TEXT NOT NULL CHECK ("on" GLOB '????-??-??'),
  "by" TEXT NOT NULL CHECK (json_valid("by")),
  PRIMARY KEY ("journey", "document", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "sending" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "document" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "sent_on" TEXT NOT NULL CHECK ("sent_on" GLOB '????-??-??'),
  "to_place" TEXT,
  "to_contact" TEXT,
  "to_name" TEXT NOT NULL CHECK (json_valid("to_name")),
  "means" TEXT NOT NULL CHECK (json_valid("means")),
  "consent" TEXT,
  "sent_by" TEXT,
  "received_on" TEXT CHECK ("received_on" GLOB '????-??-??'),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "to_place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "to_contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "consent") REFERENCES "consent" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("sent_by") REFERENCES "case_manager" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "visa" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "basis" TEXT NOT NULL CHECK ("basis" IN ('S2', 'S1', 'M', 'L', 'Q2', 'unilateral-visa-free', 'mutual-exemption', 'transit-240h', 'hainan-visa-free', 'residence-permit', 'home-return', 'other')),
  "country" TEXT NOT NULL,
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('treatment', 'accompany-patient', 'family-visit', 'tourism', 'business', 'transit', 'other')),
  "policy" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'preparing', 'lodged', 'granted', 'refused', 'withdrawn', 'not-needed')),
  "passport" TEXT,
  "passport_number" TEXT NOT NULL,
  "name_printed" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "issued_on" TEXT CHECK ("issued_on" GLOB '????-??-??'),
  "issued_at" TEXT,
  "enter_by" TEXT CHECK ("enter_by" GLOB '????-??-??'),
  "entries" INTEGER,
  "multiple" INTEGER NOT NULL CHECK ("multiple" IN (0, 1)),
  "stay_days" INTEGER,
  "counting" TEXT CHECK ("counting" IN ('entry-day-is-day-one', 'day-after-entry-is-day-one', 'hours')),
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "passport") REFERENCES "passport" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "issued_at") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "visa_step" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "visa" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('online-form', 'pre-assessment', 'lodge', 'biometrics', 'fee', 'interview', 'more-documents', 'granted', 'refused', 'collect')),
  "planned_date" TEXT CHECK ("planned_date" GLOB '????-??-??'),
  "planned_time" TEXT CHECK ("planned_time" GLOB '??:??:??*'),
  "planned_zone" TEXT,
  "planned_fold" INTEGER,
  "done_on" TEXT CHECK ("done_on" GLOB '????-??-??'),
  "place" TEXT,
  "stated_reason" TEXT NOT NULL CHECK (json_valid("stated_reason")),
  "next_action" TEXT NOT NULL CHECK (json_valid("next_action")),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "visa") REFERENCES "visa" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "entry" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "visa" TEXT,
  "country" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'actual', 'cancelled')),
  "entered_date" TEXT CHECK ("entered_date" GLOB '????-??-??'),
  "entered_time" TEXT CHECK ("entered_time" GLOB '??:??:??*'),
  "entered_zone" TEXT,
  "entered_fold" INTEGER,
  "entry_port" TEXT,
  "entry_leg" TEXT,
  "exited_date" TEXT CHECK ("exited_date" GLOB '????-??-??'),
  "exited_time" TEXT CHECK ("exited_time" GLOB '??:??:??*'),
  "exited_zone" TEXT,
  "exited_fold" INTEGER,
  "exit_port" TEXT,
  "exit_leg" TEXT,
  "exit_tie_anchor" TEXT CHECK ("exit_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "exit_tie_days" INTEGER,
  "exit_tie_counting" TEXT CHECK ("exit_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "exit_tie_number" INTEGER,
  "exit_tie_course" TEXT,
  "exit_tie_thing" TEXT,
  "stamped_until" TEXT CHECK ("stamped_until" GLOB '????-??-??'),
  "arrival_card_on" TEXT CHECK ("arrival_card_on" GLOB '????-??-??'),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "visa") REFERENCES "visa" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "entry_port") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "entry_leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "exit_port") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "exit_leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "exit_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "entry_registrations" (
  "journey" TEXT NOT NULL,
  "entry" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "registered_date" TEXT NOT NULL CHECK ("registered_date" GLOB '????-??-??'),
  "registered_time" TEXT CHECK ("registered_time" GLOB '??:??:??*'),
  "registered_zone" TEXT NOT NULL,
  "registered_fold" INTEGER NOT NULL,
  "by" TEXT NOT NULL CHECK (json_valid("by")),
  "place" TEXT,
  "number" TEXT NOT NULL,
  PRIMARY KEY ("journey", "entry", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "entry") REFERENCES "entry" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "stay_extension" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "entry" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('extension', 'stay-permit')),
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'applied', 'granted', 'refused')),
  "apply_on" TEXT CHECK ("apply_on" GLOB '????-??-??'),
  "applied_on" TEXT CHECK ("applied_on" GLOB '????-??-??'),
  "at" TEXT,
  "until" TEXT CHECK ("until" GLOB '????-??-??'),
  "number" TEXT NOT NULL,
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "entry") REFERENCES "entry" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "at") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "mode" TEXT NOT NULL CHECK ("mode" IN ('flight', 'train', 'car', 'coach', 'ferry', 'walk')),
  "origin" TEXT,
  "destination" TEXT,
  "origin_detail" TEXT NOT NULL CHECK (json_valid("origin_detail")),
  "destination_detail" TEXT NOT NULL CHECK (json_valid("destination_detail")),
  "departs_date" TEXT CHECK ("departs_date" GLOB '????-??-??'),
  "departs_time" TEXT CHECK ("departs_time" GLOB '??:??:??*'),
  "departs_zone" TEXT,
  "departs_fold" INTEGER,
  "arrives_date" TEXT CHECK ("arrives_date" GLOB '????-??-??'),
  "arrives_time" TEXT CHECK ("arrives_time" GLOB '??:??:??*'),
  "arrives_zone" TEXT,
  "arrives_fold" INTEGER,
  "departs_tie_anchor" TEXT CHECK ("departs_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "departs_tie_days" INTEGER,
  "departs_tie_counting" TEXT CHECK ("departs_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "departs_tie_number" INTEGER,
  "departs_tie_course" TEXT,
  "departs_tie_thing" TEXT,
  "check_in_date" TEXT CHECK ("check_in_date" GLOB '????-??-??'),
  "check_in_time" TEXT CHECK ("check_in_time" GLOB '??:??:??*'),
  "check_in_zone" TEXT,
  "check_in_fold" INTEGER,
  "carrier" TEXT NOT NULL CHECK (json_valid("carrier")),
  "carrier_code" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "origin_terminal" TEXT NOT NULL,
  "destination_terminal" TEXT NOT NULL,
  "cabin" TEXT NOT NULL CHECK (json_valid("cabin")),
  "baggage" TEXT NOT NULL CHECK (json_valid("baggage")),
  "needs_clearance" INTEGER CHECK ("needs_clearance" IN (0, 1)),
  "booking_state" TEXT NOT NULL CHECK ("booking_state" IN ('idea', 'held', 'booked', 'confirmed', 'changed', 'cancelled', 'used')),
  "booking_reference" TEXT NOT NULL,
  "booking_booked_on" TEXT CHECK ("booking_booked_on" GLOB '????-??-??'),
  "booking_free_cancel_until_date" TEXT CHECK ("booking_free_cancel_until_date" GLOB '????-??-??'),
  "booking_free_cancel_until_time" TEXT CHECK ("booking_free_cancel_until_time" GLOB '??:??:??*'),
  "booking_free_cancel_until_zone" TEXT,
  "booking_free_cancel_until_fold" INTEGER,
  "booking_cost_amount" TEXT,
  "booking_cost_currency" TEXT,
  "driver" TEXT,
  "escort" TEXT,
  "instructions" TEXT NOT NULL CHECK (json_valid("instructions")),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "origin") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "destination") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "departs_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "driver") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "escort") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg_travellers" (
  "journey" TEXT NOT NULL,
  "leg" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  PRIMARY KEY ("journey", "leg", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg_seats" (
  "journey" TEXT NOT NULL,
  "leg" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  "seat" TEXT NOT NULL,
  "coach" TEXT NOT NULL,
  PRIMARY KEY ("journey", "leg", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg_service_requests" (
  "journey" TEXT NOT NULL,
  "leg" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "confirmation_by" TEXT,
  "confirmation_on" TEXT CHECK ("confirmation_on" GLOB '????-??-??'),
  "confirmation_reference" TEXT,
  PRIMARY KEY ("journey", "leg", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg_clearances" (
  "journey" TEXT NOT NULL,
  "leg" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  "sent_on" TEXT CHECK ("sent_on" GLOB '????-??-??'),
  "granted_on" TEXT CHECK ("granted_on" GLOB '????-??-??'),
  "reference" TEXT NOT NULL,
  "for_departure_date" TEXT CHECK ("for_departure_date" GLOB '????-??-??'),
  "for_departure_time" TEXT CHECK ("for_departure_time" GLOB '??:??:??*'),
  "for_departure_zone" TEXT,
  "for_departure_fold" INTEGER,
  "document" TEXT,
  PRIMARY KEY ("journey", "leg", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "leg_booking_names" (
  "journey" TEXT NOT NULL,
  "leg" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "passport_number" TEXT NOT NULL,
  "ticket_number" TEXT NOT NULL,
  PRIMARY KEY ("journey", "leg", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "leg") REFERENCES "leg" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "stay" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('hotel', 'flat', 'ward', 'family')),
  "place" TEXT,
  "arrives_date" TEXT CHECK ("arrives_date" GLOB '????-??-??'),
  "arrives_time" TEXT CHECK ("arrives_time" GLOB '??:??:??*'),
  "arrives_zone" TEXT,
  "arrives_fold" INTEGER,
  "leaves_date" TEXT CHECK ("leaves_date" GLOB '????-??-??'),
  "leaves_time" TEXT CHECK ("leaves_time" GLOB '??:??:??*'),
  "leaves_zone" TEXT,
  "leaves_fold" INTEGER,
  "leaves_tie_anchor" TEXT CHECK ("leaves_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "leaves_tie_days" INTEGER,
  "leaves_tie_counting" TEXT CHECK ("leaves_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "leaves_tie_number" INTEGER,
  "leaves_tie_course" TEXT,
  "leaves_tie_thing" TEXT,
  "room" TEXT NOT NULL,
  "room_type" TEXT NOT NULL CHECK (json_valid("room_type")),
  "registers_foreigners" INTEGER CHECK ("registers_foreigners" IN (0, 1)),
  "nightly_rate_amount" TEXT,
  "nightly_rate_currency" TEXT,
  "booking_state" TEXT NOT NULL CHECK ("booking_state" IN ('idea', 'held', 'booked', 'confirmed', 'changed', 'cancelled', 'used')),
  "booking_reference" TEXT NOT NULL,
  "booking_booked_on" TEXT CHECK ("booking_booked_on" GLOB '????-??-??'),
  "booking_free_cancel_until_date" TEXT CHECK ("booking_free_cancel_until_date" GLOB '????-??-??'),
  "booking_free_cancel_until_time" TEXT CHECK ("booking_free_cancel_until_time" GLOB '??:??:??*'),
  "booking_free_cancel_until_zone" TEXT,
  "booking_free_cancel_until_fold" INTEGER,
  "booking_cost_amount" TEXT,
  "booking_cost_currency" TEXT,
  "is_fallback" INTEGER NOT NULL CHECK ("is_fallback" IN (0, 1)),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "leaves_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "stay_travellers" (
  "journey" TEXT NOT NULL,
  "stay" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  PRIMARY KEY ("journey", "stay", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "stay") REFERENCES "stay" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "stay_booking_names" (
  "journey" TEXT NOT NULL,
  "stay" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "passport_number" TEXT NOT NULL,
  "ticket_number" TEXT NOT NULL,
  PRIMARY KEY ("journey", "stay", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "stay") REFERENCES "stay" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "mdt_meeting" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "hospital" TEXT,
  "mode" TEXT NOT NULL CHECK ("mode" IN ('in-person', 'video', 'telephone', 'papers-only')),
  "starts_date" TEXT CHECK ("starts_date" GLOB '????-??-??'),
  "starts_time" TEXT CHECK ("starts_time" GLOB '??:??:??*'),
  "starts_zone" TEXT,
  "starts_fold" INTEGER,
  "duration_minutes" INTEGER,
  "interpreter" TEXT,
  "material_due_date" TEXT CHECK ("material_due_date" GLOB '????-??-??'),
  "material_due_time" TEXT CHECK ("material_due_time" GLOB '??:??:??*'),
  "material_due_zone" TEXT,
  "material_due_fold" INTEGER,
  "questions" TEXT NOT NULL CHECK (json_valid("questions")),
  "decision" TEXT NOT NULL CHECK (json_valid("decision")),
  "written_by" TEXT,
  "document" TEXT,
  "confirmation_by" TEXT,
  "confirmation_on" TEXT CHECK ("confirmation_on" GLOB '????-??-??'),
  "confirmation_reference" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "hospital") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "interpreter") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "written_by") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "mdt_meeting_attendants" (
  "journey" TEXT NOT NULL,
  "mdt_meeting" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('interpreter', 'driver', 'coordinator', 'surgeon', 'oncologist', 'radiation-oncologist', 'radiologist', 'pathologist', 'hepatologist', 'anaesthetist', 'medical-physicist', 'radiation-therapist', 'general-practitioner', 'nurse', 'insurer', 'other')),
  "contact" TEXT,
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  PRIMARY KEY ("journey", "mdt_meeting", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "mdt_meeting") REFERENCES "mdt_meeting" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "mdt_meeting_material" (
  "journey" TEXT NOT NULL,
  "mdt_meeting" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  PRIMARY KEY ("journey", "mdt_meeting", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "mdt_meeting") REFERENCES "mdt_meeting" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "mdt_meeting_opinions" (
  "journey" TEXT NOT NULL,
  "mdt_meeting" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('interpreter', 'driver', 'coordinator', 'surgeon', 'oncologist', 'radiation-oncologist', 'radiologist', 'pathologist', 'hepatologist', 'anaesthetist', 'medical-physicist', 'radiation-therapist', 'general-practitioner', 'nurse', 'insurer', 'other')),
  "contact" TEXT,
  "words" TEXT NOT NULL CHECK (json_valid("words")),
  PRIMARY KEY ("journey", "mdt_meeting", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "mdt_meeting") REFERENCES "mdt_meeting" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "appointment" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('remote-consultation', 'consultation', 'bloods', 'imaging', 'informed-consent', 'fiducial-markers', 'simulation', 'planning', 'plan-qa', 'weekly-review', 'end-review', 'discharge', 'follow-up', 'tele-review', 'other')),
  "title" TEXT NOT NULL CHECK (json_valid("title")),
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'done', 'missed', 'cancelled')),
  "mode" TEXT NOT NULL CHECK ("mode" IN ('in-person', 'video', 'telephone', 'papers-only')),
  "starts_date" TEXT CHECK ("starts_date" GLOB '????-??-??'),
  "starts_time" TEXT CHECK ("starts_time" GLOB '??:??:??*'),
  "starts_zone" TEXT,
  "starts_fold" INTEGER,
  "ends_date" TEXT CHECK ("ends_date" GLOB '????-??-??'),
  "ends_time" TEXT CHECK ("ends_time" GLOB '??:??:??*'),
  "ends_zone" TEXT,
  "ends_fold" INTEGER,
  "duration_minutes" INTEGER,
  "starts_tie_anchor" TEXT CHECK ("starts_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "starts_tie_days" INTEGER,
  "starts_tie_counting" TEXT CHECK ("starts_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "starts_tie_number" INTEGER,
  "starts_tie_course" TEXT,
  "starts_tie_thing" TEXT,
  "place" TEXT,
  "room" TEXT NOT NULL CHECK (json_valid("room")),
  "patient_present" INTEGER NOT NULL CHECK ("patient_present" IN (0, 1)),
  "needs_interpreter" INTEGER CHECK ("needs_interpreter" IN (0, 1)),
  "interpreter" TEXT,
  "driver" TEXT,
  "bring" TEXT NOT NULL CHECK (json_valid("bring")),
  "course" TEXT,
  "confirmation_by" TEXT,
  "confirmation_on" TEXT CHECK ("confirmation_on" GLOB '????-??-??'),
  "confirmation_reference" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "starts_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "interpreter") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "driver") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "appointment_travellers" (
  "journey" TEXT NOT NULL,
  "appointment" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "traveller" TEXT NOT NULL,
  PRIMARY KEY ("journey", "appointment", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "appointment") REFERENCES "appointment" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "appointment_people" (
  "journey" TEXT NOT NULL,
  "appointment" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "contact" TEXT NOT NULL,
  PRIMARY KEY ("journey", "appointment", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "appointment") REFERENCES "appointment" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "appointment_preparations" (
  "journey" TEXT NOT NULL,
  "appointment" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('fasting', 'full-bladder', 'empty-bladder', 'no-anticoagulant', 'no-metal', 'with-meal', 'other')),
  "words" TEXT NOT NULL CHECK (json_valid("words")),
  "hours_before" INTEGER,
  PRIMARY KEY ("journey", "appointment", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "appointment") REFERENCES "appointment" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "course" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "site" TEXT NOT NULL CHECK (json_valid("site")),
  "modality" TEXT NOT NULL CHECK ("modality" IN ('proton', 'carbon')),
  "dose_per_fraction_gy_rbe" TEXT,
  "fractions_prescribed" INTEGER,
  "document" TEXT,
  "clinician" TEXT,
  "prescribed_on" TEXT CHECK ("prescribed_on" GLOB '????-??-??'),
  "centre" TEXT,
  "room" TEXT NOT NULL CHECK (json_valid("room")),
  "daily_time" TEXT CHECK ("daily_time" GLOB '??:??:??*'),
  "session_minutes" INTEGER,
  "weekly_pattern" TEXT NOT NULL CHECK (json_valid("weekly_pattern")),
  "fractions_per_week" INTEGER,
  "tolerated_prolongation_days" INTEGER,
  "interruption_category" TEXT CHECK ("interruption_category" IN ('1', '2', '3')),
  "tolerance_stated_by" TEXT,
  "tolerance_document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "clinician") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "centre") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "tolerance_stated_by") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "tolerance_document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "fraction" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "course" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "starts_date" TEXT NOT NULL CHECK ("starts_date" GLOB '????-??-??'),
  "starts_time" TEXT CHECK ("starts_time" GLOB '??:??:??*'),
  "starts_zone" TEXT NOT NULL,
  "starts_fold" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'confirmed', 'delivered', 'missed', 'cancelled')),
  "duration_minutes" INTEGER,
  "room" TEXT NOT NULL CHECK (json_valid("room")),
  "delivered_at_date" TEXT CHECK ("delivered_at_date" GLOB '????-??-??'),
  "delivered_at_time" TEXT CHECK ("delivered_at_time" GLOB '??:??:??*'),
  "delivered_at_zone" TEXT,
  "delivered_at_fold" INTEGER,
  "dose_delivered_gy_rbe" TEXT,
  "missed_reason" TEXT CHECK ("missed_reason" IN ('machine-down', 'patient-unwell', 'centre-closed', 'travel', 'patient-choice', 'other')),
  "missed_words" TEXT NOT NULL CHECK (json_valid("missed_words")),
  "second_session_clinician" TEXT,
  "interpreter" TEXT,
  "driver" TEXT,
  "confirmation_by" TEXT,
  "confirmation_on" TEXT CHECK ("confirmation_on" GLOB '????-??-??'),
  "confirmation_reference" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "second_session_clinician") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "interpreter") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "driver") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "estimate_line" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "what" TEXT NOT NULL CHECK (json_valid("what")),
  "amount_amount" TEXT NOT NULL,
  "amount_currency" TEXT NOT NULL,
  "category" TEXT NOT NULL CHECK ("category" IN ('medical', 'travel', 'accommodation', 'interpreting', 'documents', 'agency', 'other')),
  "stated_on" TEXT CHECK ("stated_on" GLOB '????-??-??'),
  "valid_until" TEXT CHECK ("valid_until" GLOB '????-??-??'),
  "payee" TEXT,
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "payee") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "payment" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('payment', 'deposit', 'top-up', 'refund')),
  "what" TEXT NOT NULL CHECK (json_valid("what")),
  "amount_amount" TEXT NOT NULL,
  "amount_currency" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'sent', 'received', 'failed', 'cancelled')),
  "method" TEXT CHECK ("method" IN ('wire', 'card', 'alipay', 'wechat-pay', 'cash', 'other')),
  "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
  "due_tie_anchor" TEXT CHECK ("due_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "due_tie_days" INTEGER,
  "due_tie_counting" TEXT CHECK ("due_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "due_tie_number" INTEGER,
  "due_tie_course" TEXT,
  "due_tie_thing" TEXT,
  "paid_on" TEXT CHECK ("paid_on" GLOB '????-??-??'),
  "rate_base" TEXT,
  "rate_quote" TEXT,
  "rate_rate" TEXT,
  "rate_on" TEXT CHECK ("rate_on" GLOB '????-??-??'),
  "rate_source" TEXT,
  "payer" TEXT,
  "payer_name" TEXT NOT NULL CHECK (json_valid("payer_name")),
  "payee" TEXT,
  "payee_name" TEXT NOT NULL CHECK (json_valid("payee_name")),
  "deposit" TEXT,
  "estimate_line" TEXT,
  "refund_terms" TEXT NOT NULL CHECK (json_valid("refund_terms")),
  "reference" TEXT NOT NULL,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "due_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "payer") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "payee") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "deposit") REFERENCES "deposit" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "estimate_line") REFERENCES "estimate_line" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "deposit" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "held_by" TEXT,
  "what" TEXT NOT NULL CHECK (json_valid("what")),
  "daily_draw_amount" TEXT,
  "daily_draw_currency" TEXT,
  "draws_from" TEXT CHECK ("draws_from" GLOB '????-??-??'),
  "draws_to" TEXT CHECK ("draws_to" GLOB '????-??-??'),
  "draws_to_tie_anchor" TEXT CHECK ("draws_to_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "draws_to_tie_days" INTEGER,
  "draws_to_tie_counting" TEXT CHECK ("draws_to_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "draws_to_tie_number" INTEGER,
  "draws_to_tie_course" TEXT,
  "draws_to_tie_thing" TEXT,
  "refund_terms" TEXT NOT NULL CHECK (json_valid("refund_terms")),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "held_by") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "draws_to_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "deposit_balances" (
  "journey" TEXT NOT NULL,
  "deposit" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" GLOB '????-??-??'),
  "amount_amount" TEXT NOT NULL,
  "amount_currency" TEXT NOT NULL,
  PRIMARY KEY ("journey", "deposit", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "deposit") REFERENCES "deposit" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "receipt" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('fapiao', 'itemised-list', 'receipt', 'invoice')),
  "payment" TEXT,
  "number" TEXT NOT NULL,
  "issued_on" TEXT CHECK ("issued_on" GLOB '????-??-??'),
  "amount_amount" TEXT,
  "amount_currency" TEXT,
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "payment") REFERENCES "payment" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "consent" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "traveller" TEXT NOT NULL,
  "audience" TEXT CHECK ("audience" IN ('patient', 'companion', 'hospital', 'driver', 'hotel', 'agency')),
  "recipient_place" TEXT,
  "recipient_contact" TEXT,
  "recipient_name" TEXT NOT NULL CHECK (json_valid("recipient_name")),
  "categories" TEXT NOT NULL CHECK (json_valid("categories")),
  "purpose" TEXT NOT NULL CHECK (json_valid("purpose")),
  "wording" TEXT NOT NULL CHECK (json_valid("wording")),
  "overseas" INTEGER NOT NULL CHECK ("overseas" IN (0, 1)),
  "given_on" TEXT CHECK ("given_on" GLOB '????-??-??'),
  "withdrawn_on" TEXT CHECK ("withdrawn_on" GLOB '????-??-??'),
  "document" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "recipient_place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "recipient_contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "notice" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('indirect-collection', 'privacy', 'cross-border')),
  "traveller" TEXT NOT NULL,
  "given_date" TEXT CHECK ("given_date" GLOB '????-??-??'),
  "given_time" TEXT CHECK ("given_time" GLOB '??:??:??*'),
  "given_zone" TEXT,
  "given_fold" INTEGER,
  "means" TEXT NOT NULL CHECK (json_valid("means")),
  "wording" TEXT NOT NULL CHECK (json_valid("wording")),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "traveller") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "notice_documents" (
  "journey" TEXT NOT NULL,
  "notice" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  PRIMARY KEY ("journey", "notice", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "notice") REFERENCES "notice" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "disclosure" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('print', 'send', 'export')),
  "at_date" TEXT NOT NULL CHECK ("at_date" GLOB '????-??-??'),
  "at_time" TEXT CHECK ("at_time" GLOB '??:??:??*'),
  "at_zone" TEXT NOT NULL,
  "at_fold" INTEGER NOT NULL,
  "audience" TEXT CHECK ("audience" IN ('patient', 'companion', 'hospital', 'driver', 'hotel', 'agency')),
  "recipient_place" TEXT,
  "recipient_contact" TEXT,
  "recipient_name" TEXT NOT NULL CHECK (json_valid("recipient_name")),
  "issue" TEXT,
  "revision" INTEGER,
  "consent" TEXT,
  "by" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "recipient_place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "recipient_contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "issue") REFERENCES "issue" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "consent") REFERENCES "consent" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("by") REFERENCES "case_manager" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "disclosure_documents" (
  "journey" TEXT NOT NULL,
  "disclosure" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  PRIMARY KEY ("journey", "disclosure", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "disclosure") REFERENCES "disclosure" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "document") REFERENCES "document" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "task" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "title" TEXT NOT NULL CHECK (json_valid("title")),
  "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
  "due_tie_anchor" TEXT CHECK ("due_tie_anchor" IN ('opened', 'board', 'arrival', 'first-fraction', 'fraction', 'last-fraction', 'departure', 'thing')),
  "due_tie_days" INTEGER,
  "due_tie_counting" TEXT CHECK ("due_tie_counting" IN ('calendar-days', 'working-days', 'treatment-days')),
  "due_tie_number" INTEGER,
  "due_tie_course" TEXT,
  "due_tie_thing" TEXT,
  "owner" TEXT,
  "done_on" TEXT CHECK ("done_on" GLOB '????-??-??'),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('hand', 'template', 'rule')),
  "origin_code" TEXT NOT NULL,
  "about" TEXT,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "due_tie_course") REFERENCES "course" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("owner") REFERENCES "case_manager" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "issue" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "issued_date" TEXT NOT NULL CHECK ("issued_date" GLOB '????-??-??'),
  "issued_time" TEXT CHECK ("issued_time" GLOB '??:??:??*'),
  "issued_zone" TEXT NOT NULL,
  "issued_fold" INTEGER NOT NULL,
  "audience" TEXT NOT NULL CHECK ("audience" IN ('patient', 'companion', 'hospital', 'driver', 'hotel', 'agency')),
  "reader" TEXT,
  "recipient_place" TEXT,
  "recipient_contact" TEXT,
  "languages" TEXT NOT NULL CHECK (json_valid("languages")),
  "paper" TEXT NOT NULL,
  "large_print" INTEGER NOT NULL CHECK ("large_print" IN (0, 1)),
  "sha256" TEXT NOT NULL,
  "snapshot" TEXT,
  "pdf" TEXT,
  "issued_by" TEXT,
  "replaces" INTEGER,
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "reader") REFERENCES "traveller" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "recipient_place") REFERENCES "journey_places" ("journey", "place") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "recipient_contact") REFERENCES "journey_contacts" ("journey", "contact") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "snapshot") REFERENCES "attachment" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "pdf") REFERENCES "attachment" ("journey", "id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("issued_by") REFERENCES "case_manager" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "issue_holders" (
  "journey" TEXT NOT NULL,
  "issue" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT NOT NULL CHECK (json_valid("name")),
  "given_on" TEXT CHECK ("given_on" GLOB '????-??-??'),
  "returned_on" TEXT CHECK ("returned_on" GLOB '????-??-??'),
  PRIMARY KEY ("journey", "issue", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("journey", "issue") REFERENCES "issue" ("journey", "id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "acknowledgement" (
  "journey" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "notes" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "facts" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "on" TEXT NOT NULL CHECK ("on" GLOB '????-??-??'),
  PRIMARY KEY ("journey", "id"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "journey_extra" (
  "journey" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "pointer" TEXT NOT NULL,
  "json" TEXT NOT NULL,
  PRIMARY KEY ("journey", "position"),
  FOREIGN KEY ("journey") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX "journey_places_by_place" ON "journey_places" ("place");

CREATE INDEX "journey_contacts_by_contact" ON "journey_contacts" ("contact");

-- Which agency's vault this is.
CREATE TABLE "vault" (
  "only" INTEGER PRIMARY KEY CHECK ("only" = 1),
  "agency" TEXT,
  FOREIGN KEY ("agency") REFERENCES "agency" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "vault" ("only") VALUES (1);

-- One row per journey for lists; see planner/store/journey_summary.py.
CREATE TABLE "journey_summary" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "patient_name" TEXT NOT NULL,
  "patient_name_hanzi" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "case_manager" TEXT,
  "centre" TEXT NOT NULL CHECK (json_valid("centre")),
  "phase" TEXT NOT NULL,
  "first_day" TEXT CHECK ("first_day" GLOB '????-??-??'),
  "last_day" TEXT CHECK ("last_day" GLOB '????-??-??'),
  "next_title" TEXT CHECK (json_valid("next_title")),
  "next_when" TEXT CHECK (json_valid("next_when")),
  "fractions_delivered" INTEGER NOT NULL,
  "fractions_prescribed" INTEGER,
  "stay_last_day" TEXT CHECK ("stay_last_day" GLOB '????-??-??'),
  "stay_slack_days" INTEGER,
  "blockers" INTEGER NOT NULL,
  "warnings" INTEGER NOT NULL,
  "notes" INTEGER NOT NULL,
  "stripe" TEXT NOT NULL CHECK (json_valid("stripe")),
  "computed_on" TEXT NOT NULL CHECK ("computed_on" GLOB '????-??-??'),
  "stale_at" TEXT CHECK ("stale_at" GLOB '????-??-??T??:??:??+00:00'),
  FOREIGN KEY ("id") REFERENCES "journey" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX "journey_summary_by_stale_at" ON "journey_summary" ("stale_at");

-- Every edit: who, when, label, old and new. Rows outlive their journey; they are only ever added.
CREATE TABLE "change_log" (
  "number" INTEGER PRIMARY KEY,
  "edit" INTEGER NOT NULL,
  "at" TEXT NOT NULL CHECK ("at" GLOB '????-??-??T??:??:??.???+00:00'),
  "who" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "journey" TEXT,
  "label" TEXT NOT NULL CHECK (json_valid("label")),
  "fields" TEXT NOT NULL CHECK (json_valid("fields"))
) STRICT;
CREATE INDEX "change_log_by_journey" ON "change_log" ("journey", "number");

-- Contents of attached files, cut into pieces; "sha256" is null until the last piece is there.
CREATE TABLE "stored_file" (
  "number" INTEGER PRIMARY KEY,
  "sha256" TEXT UNIQUE CHECK (length("sha256") = 64),
  "size_bytes" INTEGER NOT NULL
) STRICT;
CREATE TABLE "stored_file_piece" (
  "file" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "bytes" BLOB NOT NULL,
  UNIQUE ("file", "position"),
  FOREIGN KEY ("file") REFERENCES "stored_file" ("number") ON DELETE CASCADE
) STRICT;

-- What can be searched, and its words; see planner/store/search_index.py.
CREATE TABLE "search_journey" (
  "number" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "people" TEXT NOT NULL
) STRICT;
CREATE TABLE "search_entry" (
  "number" INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  UNIQUE ("kind", "id")
) STRICT;
CREATE VIRTUAL TABLE "journey_words" USING fts5 (
  "people", "references", "shared", "words",
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE "entry_words" USING fts5 (
  "names", "words",
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
-- Merging is done in idle moments (Vault.tidy), not while somebody waits for an edit.
INSERT INTO "journey_words" ("journey_words", rank) VALUES ('automerge', 0), ('crisismerge', 64);
