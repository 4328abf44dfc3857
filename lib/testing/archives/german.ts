import { type Language, written } from "./in-language";

export const german: Language = {
  columns: {
    connections: "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
    invitations: "Von,An,Gesendet am,Nachricht,Richtung,inviterProfileUrl,inviteeProfileUrl",
    messages:
      "UNTERHALTUNGS-ID,TITEL DER UNTERHALTUNG,VON,PROFIL-URL DES ABSENDERS,AN,PROFIL-URLS DER EMPFÄNGER,DATUM,BETREFF,INHALT,ORDNER,ANHÄNGE,IST NACHRICHTENENTWURF,IST UNTERHALTUNGSENTWURF",
    recommendations: "Vorname,Nachname,Unternehmen,Jobbezeichnung,Text,Erstellungsdatum,Status",
    endorsementsReceived:
      "Datum der Bestätigung,Name der Kenntnis,Vorname des Bestätigenden,Nachname des Bestätigenden,Öffentliche URL des Bestätigenden,Status der Bestätigung",
    endorsementsGiven:
      "Datum der Bestätigung,Name der Kenntnis,Vorname des Bestätigten,Nachname des Bestätigten,Öffentliche URL des Bestätigten,Status der Bestätigung",
    contacts: "Quelle,Vorname,Nachname,Firmen,Titel,E-Mails,Telefonnummern",
    notes: "Vorname des Kontakts,Nachname des Kontakts,Profil-URL des Kontakts,Notiz,Erstellt am,Bearbeitet am",
  },
  recommendationsGiven: "Empfehlungen_gegeben.csv",
  recommendationsReceived: "Empfehlungen_erhalten.csv",
  values: {
    ...{ outgoing: "AUSGEHEND", incoming: "EINGEHEND", yes: "Ja", no: "Nein", spam: "Spam" },
    ...{ member: "LinkedIn-Mitglied", pending: "Ausstehend", visible: "Sichtbar" },
  },
  day: written("de-DE", { day: "numeric", month: "short", year: "numeric" }),
  moment: written("de-DE", { dateStyle: "short", timeStyle: "short" }),
};
