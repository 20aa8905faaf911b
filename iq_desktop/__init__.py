"""IQ Desktop: offline counselling, recognition and referral for advisers of the network IQ."""

__version__ = "0.1.0"
