"""The daily prospecting target (prospectieplan): from wanted revenue back to contacts a day."""

from decimal import ROUND_CEILING, Decimal
from typing import Final

from calculators.core.fields import Calculator, Field, Output
from calculators.core.money import fraction, number, rounded, undefined
from calculators.core.results import Quantity, Result, Source, Step, Tone
from calculators.core.sources import CHECKED
from calculators.core.text import Text

ONE: Final = Decimal(1)

PROSPECTS: Final = Source(
    Text(
        "Bronartikel “Prospects zitten bij de concurrent”, Oravi, 2019",
        "Source article “Prospects zitten bij de concurrent” (on prospecting), Oravi, 2019",
    ),
    "",
    CHECKED,
)
FUNNEL: Final = Source(
    Text(
        "Verkooptrechter terugrekenen: deel door het slagingspercentage van elke stap",
        "Sales funnel worked backwards: divide by the success rate of each step",
    ),
    "",
    CHECKED,
)


def prospecting_plan(
    *,
    new_revenue: Decimal,
    revenue_per_new_customer: Decimal,
    contact_to_appointment: Decimal,
    appointment_to_offer: Decimal,
    offer_to_order: Decimal,
    working_days: int,
    referral_share: Decimal,
    referral_to_appointment: Decimal,
) -> Result:
    """The customers, offers, appointments and contacts that the wanted revenue takes, and the contacts a day.

    Revenue in EUR a year (`revenue_per_new_customer` above 0), rates and `referral_share` (of contacts) as fractions,
    `working_days` a year, 1 at least. Each step back is rounded up to a whole customer, offer, appointment or contact,
    and the next step starts from that whole number. A rate of 0 leaves the steps before it undefined.

    Source: Oravi 2019, "Prospects zitten bij de concurrent"; chapter new-business/prospecting.
    """
    appointment_rate = referral_share * referral_to_appointment + (ONE - referral_share) * contact_to_appointment
    customers = _whole(new_revenue / revenue_per_new_customer)
    offers = _needed(customers, offer_to_order)
    appointments = _needed(offers, appointment_to_offer)
    contacts = _needed(appointments, appointment_rate)
    daily = None if contacts is None else contacts / working_days
    headline, tone = HEADLINES["no_way" if daily is None else "daily" if contacts else "nothing_wanted"]
    return Result(
        headline=headline,
        tone=tone,
        answers={
            "contacts_per_day_whole": _count(None if daily is None else _whole(daily)),
            "contacts_per_day": _count(daily),
            "customers_needed": _count(customers),
            "offers_needed": _count(offers),
            "appointments_needed": _count(appointments),
            "contacts_needed": _count(contacts),
            "appointment_rate": fraction(appointment_rate),
        },
        steps=STEPS,
        sources=(PROSPECTS, FUNNEL),
    )


def _whole(count: Decimal) -> Decimal:
    return rounded(count, ONE, ROUND_CEILING)


def _needed(following: Decimal | None, rate: Decimal) -> Decimal | None:
    """How many of a step it takes for `following` of the next, or None where none gets through."""
    return _whole(following / rate) if following is not None and rate else None


def _count(value: Decimal | None) -> Quantity:
    if value is None:
        return undefined(
            "number",
            "Met een slagingspercentage van 0% komt hier nooit iets uit. Vul een percentage boven 0 in.",
            "At a success rate of 0% nothing ever comes of it. Enter a percentage above 0.",
        )
    return number(value)


HEADLINES: Final[dict[str, tuple[Text, Tone]]] = {
    "daily": (
        Text(
            "Je hebt {contacts_per_day_whole} nieuwe contacten per werkdag nodig ({contacts_per_day} precies): "
            "{contacts_needed} contacten, {appointments_needed} afspraken en {offers_needed} offertes per jaar voor "
            "{customers_needed} nieuwe klanten.",
            "You need {contacts_per_day_whole} new contacts per working day ({contacts_per_day} exactly): "
            "{contacts_needed} contacts, {appointments_needed} appointments and {offers_needed} offers a year for "
            "{customers_needed} new customers.",
        ),
        "neutral",
    ),
    "no_way": (
        Text(
            "Met deze percentages haal je het doel niet: ergens in de reeks staat 0%.",
            "With these percentages the goal cannot be reached: there is 0% somewhere in the chain.",
        ),
        "bad",
    ),
    "nothing_wanted": (
        Text(
            "Zonder nieuwe omzet als doel is er geen dagdoel.",
            "Without new revenue as a goal there is no daily target.",
        ),
        "neutral",
    ),
}

_UP: Final = Text("Naar boven afgerond: een halve bestaat niet.", "Rounded up: there is no such thing as a half.")

STEPS: Final = (
    Step("customers_needed", "{new_revenue} / {revenue_per_new_customer}", _UP, PROSPECTS),
    Step("offers_needed", "{customers_needed} / {offer_to_order}", _UP, FUNNEL),
    Step("appointments_needed", "{offers_needed} / {appointment_to_offer}", _UP),
    Step(
        "appointment_rate",
        "{referral_share} × {referral_to_appointment} + (1 − {referral_share}) × {contact_to_appointment}",
        Text(
            "Contacten met en zonder verwijzing samen, elk met hun eigen percentage.",
            "Contacts with and without a referral together, each at their own rate.",
        ),
    ),
    Step("contacts_needed", "{appointments_needed} / {appointment_rate}", _UP),
    Step("contacts_per_day", "{contacts_needed} / {working_days}"),
    Step(
        "contacts_per_day_whole",
        "{contacts_needed} / {working_days}",
        Text("Naar boven afgerond: zo kom je zeker uit.", "Rounded up: that way you are sure to get there."),
    ),
)


def _rate(name: str, label: Text, help_text: Text, default: str) -> Field:
    return Field(
        name=name,
        kind="percent",
        unit="fraction",
        label=label,
        help=help_text,
        default=default,
        minimum="0",
        maximum="100",
    )


CALCULATOR: Final = Calculator(
    name="prospecting_plan",
    title=Text("Prospectieplan", "Prospecting plan"),
    purpose=Text(
        "Hoeveel nieuwe contacten per werkdag je nodig hebt voor je omzetdoel.",
        "How many new contacts per working day your revenue goal takes.",
    ),
    headline="contacts_per_day_whole",
    calculate=prospecting_plan,
    sources=(PROSPECTS, FUNNEL),
    fields=(
        Field(
            name="new_revenue",
            kind="money",
            unit="EUR",
            label=Text("Gewenste nieuwe omzet per jaar", "New revenue wanted a year"),
            help=Text("Omzet van klanten die je nu nog niet hebt.", "Revenue from customers you do not have yet."),
            default="120000",
            minimum="0",
            maximum="100000000000",
        ),
        Field(
            name="revenue_per_new_customer",
            kind="money",
            unit="EUR",
            label=Text("Omzet per nieuwe klant per jaar", "Revenue per new customer a year"),
            help=Text(
                "Wat je nieuwe klanten van de laatste jaren gemiddeld kochten in hun eerste jaar.",
                "What your new customers of recent years bought on average in their first year.",
            ),
            default="8000",
            minimum="0.01",
            maximum="100000000000",
        ),
        _rate(
            "contact_to_appointment",
            Text("Van contact naar afspraak", "From contact to appointment"),
            Text("Zonder verwijzing: van de 100 contacten.", "Without a referral: out of 100 contacts."),
            "10",
        ),
        _rate(
            "appointment_to_offer",
            Text("Van afspraak naar offerte", "From appointment to offer"),
            Text("Hoeveel afspraken een offerte worden.", "How many appointments lead to an offer."),
            "50",
        ),
        _rate(
            "offer_to_order",
            Text("Van offerte naar order", "From offer to order"),
            Text("Hoeveel offertes een order worden.", "How many offers become an order."),
            "30",
        ),
        Field(
            name="working_days",
            kind="whole",
            unit="days",
            label=Text("Werkdagen per jaar", "Working days a year"),
            help=Text("Dagen waarop je kunt prospecteren.", "Days on which you can prospect."),
            default="200",
            minimum="1",
            maximum="366",
        ),
        _rate(
            "referral_share",
            Text("Contacten met een verwijzing", "Contacts with a referral"),
            Text(
                "Welk deel van je contacten een klant je aanraadt.", "Which part of your contacts a customer gives you."
            ),
            "20",
        ),
        _rate(
            "referral_to_appointment",
            Text("Van verwijzing naar afspraak", "From referral to appointment"),
            Text("Meestal een veelvoud van zonder verwijzing: meet het zelf.", "Usually a multiple: measure your own."),
            "40",
        ),
    ),
    answers=(
        Output("contacts_per_day_whole", "number", Text("Contacten per werkdag", "Contacts per working day")),
        Output(
            "contacts_per_day", "number", Text("Contacten per werkdag, precies", "Contacts per working day, exactly")
        ),
        Output("customers_needed", "number", Text("Nieuwe klanten nodig", "New customers needed")),
        Output("offers_needed", "number", Text("Offertes nodig", "Offers needed")),
        Output("appointments_needed", "number", Text("Afspraken nodig", "Appointments needed")),
        Output("contacts_needed", "number", Text("Contacten nodig", "Contacts needed")),
        Output(
            "appointment_rate",
            "fraction",
            Text("Van contact naar afspraak, gemiddeld", "From contact to appointment, on average"),
        ),
    ),
)
