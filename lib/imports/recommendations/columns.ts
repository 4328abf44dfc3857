export const recommendationColumns = {
  firstName: ["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome", "Nome próprio"],
  lastName: [
    ...["Last Name", "Nachname", "Familienname", "Nom", "Nom de famille"],
    ...["Apellido", "Apellidos", "Sobrenome", "Último nome", "Apelido"],
  ],
  company: ["Company", "Unternehmen", "Firma", "Entreprise", "Société", "Empresa"],
  jobTitle: [
    ...["Job Title", "Position", "Jobtitel", "Jobbezeichnung", "Berufsbezeichnung", "Stellenbezeichnung"],
    ...["Poste", "Intitulé du poste", "Fonction", "Cargo", "Puesto", "Título do cargo", "Título del puesto"],
  ],
  text: ["Text", "Texte", "Texto"],
  creationDate: [
    ...["Creation Date", "Created On", "Erstellungsdatum", "Erstellt am", "Date de création"],
    ...["Fecha de creación", "Data de criação", "Data da criação"],
  ],
  status: ["Status", "Statut", "Estado", "Situação"],
} as const;

export type RecommendationColumn = keyof typeof recommendationColumns;
