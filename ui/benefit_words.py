"""What employers offer besides the wage, by kind. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.employers import BenefitKind

KINDS: Mapping[BenefitKind, str] = {
    BenefitKind.BIKE_LEASING: "Fahrradleasing",
    BenefitKind.FITNESS: "Sport und Fitness",
    BenefitKind.HEALTH: "Gesundheit",
    BenefitKind.RELOCATION: "Umzug",
    BenefitKind.HOUSING: "Wohnung",
    BenefitKind.CHILDCARE: "Kinderbetreuung",
    BenefitKind.LANGUAGE: "Deutsch lernen",
    BenefitKind.TRAINING: "Fort- und Weiterbildung",
    BenefitKind.MEALS: "Essen",
    BenefitKind.TICKET: "Bus und Bahn",
    BenefitKind.PENSION: "Betriebsrente",
    BenefitKind.ACTION: "Feste und Aktionen",
    BenefitKind.OTHER: "Weiteres",
}
