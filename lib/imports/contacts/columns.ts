export const addressBookColumns = {
  source: ["Source", "Quelle", "Fuente", "Origen", "Fonte", "Origem"],
  firstName: ["FirstName", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome"],
  lastName: ["LastName", "Nachname", "Nom", "Nom de famille", "Apellido", "Apellidos", "Sobrenome", "Último nome"],
  fullName: ["FullName", "Vollständiger Name", "Nom complet", "Nombre completo", "Nome completo"],
  companies: ["Companies", "Company", "Unternehmen", "Firmen", "Entreprises", "Empresas"],
  title: ["Title", "Position", "Titel", "Titre", "Cargo", "Título"],
  emails: [
    ...["Emails", "Email Addresses", "E-Mails", "E-Mail-Adressen", "Adresses e-mail"],
    ...["Correos electrónicos", "E-mails", "Endereços de e-mail"],
  ],
  phones: [...["PhoneNumbers", "Telefonnummern", "Numéros de téléphone", "Números de teléfono", "Números de telefone"]],
  location: ["Location", "Standort", "Lieu", "Ubicación", "Localização"],
  profiles: ["Profiles", "Profile", "Profils", "Perfiles", "Perfis"],
} as const;

export type AddressBookColumn = keyof typeof addressBookColumns;
