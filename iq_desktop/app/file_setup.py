"""What reads and writes files for the desk, under one roof: loaded together, when somebody unlocks."""

from __future__ import annotations

from iq_desktop.app.scan_reader import ProcessReader
from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.exchange.calendar import IcsFiles
from iq_desktop.exchange.spreadsheet import CsvFiles
from iq_desktop.exchange.workbooks import XlsxFiles
from iq_desktop.pdf.printer import PdfPrinter

__all__ = ["CsvFiles", "IcsFiles", "PdfPrinter", "ProcessReader", "Recogniser", "XlsxFiles"]
